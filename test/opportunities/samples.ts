/** Feeds in the formats their makers write, shortened. */
export const BRIGHTTALK = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:bt="http://brighttalk.com/2009/atom_extensions">
  <id>tag:brighttalk.com,2009:channel:19195</id>
  <title>Cloud Security Channel</title>
  <entry>
    <id>tag:brighttalk.com,2009:communication:600001</id>
    <title>Zero Trust &amp; Identity: What Works</title>
    <summary>How three banks did it.</summary>
    <author><name>Jane Doe</name></author>
    <updated>2026-11-20T10:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://www.brighttalk.com/webcast/19195/600001"/>
    <link rel="related" type="text/calendar" href="https://www.brighttalk.com/webcast/19195/600001/ical"/>
    <bt:channel id="19195"/><bt:communication id="600001"/>
    <bt:status>upcoming</bt:status><bt:start>1796738400</bt:start><bt:duration>3600</bt:duration>
  </entry>
  <entry>
    <id>tag:brighttalk.com,2009:communication:600002</id>
    <title>Ransomware Response</title>
    <link rel="alternate" type="text/html" href="https://www.brighttalk.com/webcast/19195/600002"/>
    <bt:status>recorded</bt:status><bt:start>1790000000</bt:start><bt:duration>2712</bt:duration>
  </entry>
</feed>`;

export const PODCAST = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Stormcast</title><link>https://isc.example/</link><language>en-us</language><itunes:author>ISC</itunes:author>
<image><title>Not the title</title><url>https://isc.example/i.png</url></image>
<item><title><![CDATA[ISC StormCast for Monday]]></title><link>https://isc.example/1</link>
<guid isPermaLink="false">podcast-1</guid><pubDate>Mon, 23 Nov 2026 02:00:02 GMT</pubDate>
<description>&lt;p&gt;Patches &amp;amp; a &lt;b&gt;worm&lt;/b&gt;&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description>
<itunes:duration>6:05</itunes:duration></item>
<item><title>Long one</title><link>https://isc.example/2</link><guid>podcast-2</guid>
<pubDate>Tue, 24 Nov 26 02:00:02 +0100</pubDate><itunes:duration>01:31:59</itunes:duration></item>
<item><title>In seconds</title><link>https://isc.example/3</link><guid>podcast-3</guid><itunes:duration>1861</itunes:duration></item>
<item><title>Wrong</title><link>https://isc.example/4</link><guid>podcast-4</guid><pubDate>Wed, 01 Jan 20026 00:00:00 GMT</pubDate>
<itunes:duration>-30</itunes:duration></item>
<item><description>No title</description></item>
<item><title>No way to it</title></item>
<item><title>Twice</title><link>https://isc.example/3b</link><guid>podcast-3</guid></item>
</channel></rss>`;

export const YOUTUBE = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
 <link rel="self" href="http://www.youtube.com/feeds/videos.xml?channel_id=UC1"/><title>Black Hat</title>
 <entry><id>yt:video:abc</id><yt:videoId>abc</yt:videoId><title>Keynote</title>
  <link rel="alternate" href="https://www.youtube.com/watch?v=abc"/><author><name>Black Hat</name></author>
  <published>2026-10-01T15:00:00+00:00</published><updated>2026-10-02T00:00:00+00:00</updated>
  <media:group><media:title>Keynote</media:title><media:description>On stage.</media:description></media:group></entry>
</feed>`;

export const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Chapter//EN',
  'X-WR-CALNAME:ISSA chapter',
  'BEGIN:VTIMEZONE',
  'TZID:Chapter/Berlin',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:monthly@chapter',
  'SUMMARY:Monthly meeting',
  'DESCRIPTION:Join at https://chapter.example/join \\, bring questions',
  'ORGANIZER;CN=ISSA Berlin:mailto:info@chapter.example',
  'DTSTART;TZID=Chapter/Berlin:20260914T180000',
  'DTEND;TZID=Chapter/Berlin:20260914T193000',
  'RRULE:FREQ=MONTHLY;BYDAY=2MO;COUNT=6',
  'EXDATE;TZID=Chapter/Berlin:20261214T180000',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:day@chapter',
  'SUMMARY:Security day',
  'URL:https://chapter.example/day',
  'DTSTART;VALUE=DATE:20261201',
  'DTEND;VALUE=DATE:20261203',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:off@chapter',
  'STATUS:CANCELLED',
  'SUMMARY:Cancelled',
  'DTSTART:20261201T100000Z',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

export const PAGE = `<!doctype html><html><head><title>Training &amp; events</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
 {"@type":"EducationEvent","@id":"https://training.example/e/1","name":"Threat Modelling","url":"https://training.example/e/1",
  "startDate":"2026-12-05T09:00:00+01:00","endDate":"2026-12-05T12:00:00+01:00","eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode",
  "organizer":{"@type":"Organization","name":"Training Ltd"},"offers":{"@type":"Offer","price":"0","priceCurrency":"EUR"},"inLanguage":"en"},
 {"@type":"Course","name":"Cloud Forensics","url":"https://training.example/c/2","provider":{"name":"Training Ltd"},
  "hasCourseInstance":[{"@type":"CourseInstance","courseMode":"online","startDate":"2027-01-10","courseWorkload":"PT8H"},
                       {"@type":"CourseInstance","courseMode":"onsite","startDate":"2027-02-10","courseWorkload":"PT8H"}]},
 {"@type":"Course","name":"At your own pace","url":"https://training.example/c/3","timeRequired":"PT90M","isAccessibleForFree":true}]}
</script><script type="application/ld+json">{ this is broken</script></head><body>…</body></html>`;

export const TABLE = `Title;URL;Start;Minutes;Kind;Free
Board risk;https://a.example/1;2026-12-01T10:00:00Z;45;webinar;yes
;https://a.example/2;;10;;
Bad minutes;https://a.example/3;;-5;;
Nowhere;;;30;;`;
