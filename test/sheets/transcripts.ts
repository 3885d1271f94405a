/** A transcript as it is pasted, and the records it is compared with. */
export interface TranscriptCase {
  readonly paste: string;
  readonly here: readonly {
    readonly id: string;
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly claims: Readonly<Record<string, string>>;
  }[];
}

export const ISC2: TranscriptCase = {
  paste: [
    'CPE ID\tActivity title\tType\tGroup\tStart date\tEnd date\tCredits\tCertifications\tStatus',
    'C-100231\tAttack paths in hybrid clouds\tWebinar\tA\t10/14/2026\t10/14/2026\t1.00\tCISSP, CCSP\tApproved',
    'C-100198\tCloud Security Engineering\tCourse\tA\t04/20/2026\t04/23/2026\t30.00\tCISSP, CCSP\tApproved',
    'C-100204\tLeading through incidents\tCourse\tB\t06/11/2026\t06/11/2026\t5.00\tCISSP\tSubmitted',
    'C-100240\tIdentity at the edge\tWebinar\tA\t10/02/2026\t10/02/2026\t2.00\tCISSP, CCSP\tSubmitted',
    'C-100150\tMember webcast: board talk\tWebinar\tA\t03/12/2026\t03/12/2026\t1.00\tCISSP, CCSP\tApproved',
    'C-100149\tLunch meeting\tOther\tB\t03/11/2026\t03/11/2026\t1.00\tCISSP\tDenied',
  ].join('\n'),
  here: [
    {
      id: 'h1',
      title: 'Attack paths in hybrid clouds',
      from: '2026-10-14',
      to: '2026-10-14',
      claims: { cissp: '1', ccsp: '1' },
    },
    {
      id: 'h2',
      title: 'Cloud security engineering',
      from: '2026-04-20',
      to: '2026-04-23',
      claims: { cissp: '30', ccsp: '30' },
    },
    { id: 'h3', title: 'Leading through incidents', from: '2026-06-11', to: '2026-06-11', claims: { cissp: '6' } },
    {
      id: 'h4',
      title: 'Identity at the edge',
      from: '2026-10-01',
      to: '2026-10-01',
      claims: { cissp: '2', ccsp: '2' },
    },
    { id: 'h5', title: 'Red team debrief', from: '2026-11-12', to: '2026-11-12', claims: { cissp: '2' } },
  ],
};

export const ISACA: TranscriptCase = {
  paste: [
    'Activity title\tSponsor\tQualifying activity\tStart\tEnd\tCISA\tCISM\tStatus',
    'Assurance congress\tAlpine Assurance Forum\tNon-ISACA Professional Education Activities\t13 May 2026\t15 May 2026\t18.00\t18.00\tApplied',
    'Mentoring a junior\tOwn employer\tMentoring\t1 Sep 2026\t1 Sep 2026\t\t2.00\tPending',
    'Auditing machine learning\tISACA\tISACA Professional Education Activities\t12 Nov 2026\t12 Nov 2026\t2.00\t2.00\tUnapplied',
    'Journal quiz 3\tISACA\tSelf-study\t20 Aug 2026\t20 Aug 2026\t1.00\t1.00\tApplied',
  ].join('\n'),
  here: [
    { id: 'h1', title: 'Assurance congress', from: '2026-05-13', to: '2026-05-15', claims: { cisa: '18', cism: '18' } },
    { id: 'h2', title: 'Sampling refresher', from: '2026-11-16', to: '2026-11-16', claims: { cisa: '1' } },
    { id: 'h3', title: 'Mentoring a junior', from: '2026-09-01', to: '2026-09-01', claims: { cism: '2' } },
    { id: 'h4', title: 'Auditing machine learning', from: '2026-11-12', to: '2026-11-12', claims: { cisa: '2' } },
  ],
};

export const PMI: TranscriptCase = {
  paste: [
    'Claim ID\tClaimed on\tActivity\tProvider\tDate completed\tW\tP\tB\tGiving back\tTotal\tStatus',
    '7781201\t03/01/2026\tAgile delivery\tNorthwind Institute\t02/12/2026\t18.00\t1.00\t1.00\t0.00\t20.00\tApproved',
    '7790011\t07/02/2026\tCoaching for leads\tNorthwind Institute\t06/10/2026\t0.00\t8.00\t0.00\t0.00\t8.00\tApproved',
    '7801577\t11/01/2026\tChapter dinner: leading quietly\tPMI Greenport Chapter\t10/22/2026\t0.00\t1.00\t0.00\t0.00\t1.00\tApproved',
    '7801580\t11/01/2026\tChapter volunteering\tPMI Greenport Chapter\t03/27/2026\t0.00\t0.00\t0.00\t20.00\t20.00\tPending',
    '7800900\t10/15/2026\tFinance for project people\tNorthwind Institute\t10/09/2026\t0.00\t0.00\t3.00\t0.00\t3.00\tCancelled',
  ].join('\n'),
  here: [
    { id: 'h1', title: 'Agile delivery', from: '2026-02-10', to: '2026-02-12', claims: { pmp: '20 Ways of Working' } },
    { id: 'h2', title: 'Coaching for leads', from: '2026-06-10', to: '2026-06-10', claims: { pmp: '8 Power Skills' } },
    {
      id: 'h3',
      title: 'Finance for project people',
      from: '2026-10-09',
      to: '2026-10-09',
      claims: { pmp: '3 Business Acumen' },
    },
    {
      id: 'h4',
      title: 'Chapter volunteering',
      from: '2026-03-02',
      to: '2026-03-27',
      claims: { pmp: '20 Other Giving Back' },
    },
  ],
};
