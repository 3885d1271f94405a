/** The fields that a column can be mapped to. */
export const FIELDS = [
  'id',
  'title',
  'provider',
  'start',
  'end',
  'minutes',
  'hours',
  'certification',
  'category',
  'credits',
  'kind',
  'delivery',
  'description',
  'link',
  'note',
  'removed',
] as const;
export type ColumnField = (typeof FIELDS)[number];

/** The index of the column of each field; fields without a column are absent. */
export type Mapping = Readonly<Partial<Record<ColumnField, number>>>;

/** How columns are called by those who keep records in tables: in English, German, French, Spanish and Italian, without accents. */
const NAMES: Readonly<Record<ColumnField, readonly string[]>> = {
  id: ['id', 'record id'],
  title: [
    ...[
      'title',
      'activity',
      'activity title',
      'activity name',
      'activity description',
      'course',
      'course title',
      'course name',
    ],
    ...['event', 'event name', 'event title', 'name', 'topic', 'subject', 'session', 'training', 'webinar', 'what'],
    ...['titel', 'bezeichnung', 'thema', 'veranstaltung', 'kurs', 'fortbildung', 'massnahme', 'aktivitat', 'schulung'],
    ...[
      'titre',
      'intitule',
      'activite',
      'formation',
      'titulo',
      'actividad',
      'curso',
      'evento',
      'titolo',
      'corso',
      'attivita',
    ],
  ],
  provider: [
    ...[
      'provider',
      'sponsor',
      'vendor',
      'organization',
      'organisation',
      'organizer',
      'organiser',
      'training provider',
      'host',
    ],
    ...['provider name', 'sponsoring organization', 'company', 'anbieter', 'veranstalter', 'organisator', 'trager'],
    ...[
      'organisme',
      'fournisseur',
      'organisateur',
      'proveedor',
      'organizador',
      'entidad',
      'fornitore',
      'organizzatore',
      'ente',
    ],
  ],
  start: [
    ...['start', 'start date', 'date', 'activity date', 'from', 'begin', 'date from', 'date started', 'when'],
    ...['date completed', 'completion date', 'completed', 'completed on', 'date earned', 'date attended', 'event date'],
    ...['datum', 'von', 'beginn', 'startdatum', 'am', 'abgeschlossen am', 'date de debut', 'debut', 'du'],
    ...['fecha', 'fecha de inicio', 'inicio', 'desde', 'data', 'data inizio', 'inizio', 'dal'],
  ],
  end: [
    ...['end', 'end date', 'to', 'until', 'date to', 'date ended', 'finish', 'bis', 'ende', 'enddatum'],
    ...['date de fin', 'fin', 'au', 'fecha de fin', 'fecha final', 'hasta', 'data fine', 'fine', 'al'],
  ],
  minutes: [
    'minutes',
    'mins',
    'min',
    'duration minutes',
    'duration in minutes',
    'minuten',
    'dauer in minuten',
    'minutos',
    'minuti',
  ],
  hours: [
    ...[
      'hours',
      'hrs',
      'duration',
      'length',
      'time',
      'time spent',
      'duration hours',
      'duration in hours',
      'hours attended',
    ],
    ...['stunden', 'dauer', 'dauer in stunden', 'zeit', 'heures', 'duree', 'horas', 'duracion', 'ore', 'durata'],
  ],
  certification: [
    ...[
      'certification',
      'certifications',
      'credential',
      'credentials',
      'cert',
      'certs',
      'applies to',
      'for',
      'counts for',
    ],
    ...['zertifizierung', 'zertifizierungen', 'zertifikat', 'fur', 'certificacion', 'certificazione'],
  ],
  category: [
    ...['category', 'group', 'credit type', 'credit category', 'cpe type', 'pdu category', 'talent triangle', 'area'],
    ...['kategorie', 'gruppe', 'bereich', 'categorie', 'categoria', 'grupo', 'gruppo'],
  ],
  credits: [
    ...[
      'credits',
      'credit',
      'cpe',
      'cpes',
      'cpe credits',
      'cpe hours',
      'pdu',
      'pdus',
      'ceu',
      'ceus',
      'ece',
      'eces',
      'cpd',
      'cpd points',
    ],
    ...[
      'points',
      'credits earned',
      'credits claimed',
      'credit hours',
      'cpe earned',
      'pdus claimed',
      'ce credits',
      'value',
    ],
    ...['punkte', 'credit points', 'cpe punkte', 'fortbildungspunkte', 'creditos', 'puntos', 'crediti', 'punti'],
  ],
  kind: [
    'kind',
    'type',
    'activity type',
    'type of activity',
    'art',
    'typ',
    'type d activite',
    'tipo',
    'tipo de actividad',
    'tipologia',
  ],
  delivery: [
    'delivery',
    'delivery method',
    'format',
    'method',
    'mode',
    'form',
    'durchfuhrung',
    'modalite',
    'modalidad',
    'modalita',
  ],
  description: [
    'description',
    'details',
    'summary',
    'abstract',
    'beschreibung',
    'zusammenfassung',
    'resume',
    'descripcion',
    'descrizione',
  ],
  link: [
    'link',
    'url',
    'website',
    'web link',
    'proof link',
    'evidence link',
    'certificate link',
    'nachweis link',
    'link zum beleg',
    'link zum nachweis',
    'enlace',
    'lien',
    'collegamento',
  ],
  note: [
    'note',
    'notes',
    'comment',
    'comments',
    'proof note',
    'remarks',
    'bemerkung',
    'bemerkungen',
    'notiz',
    'notiz zum beleg',
    'notiz zum nachweis',
    'remarques',
    'notas',
    'nota',
  ],
  removed: ['taken back at', 'deleted at', 'zuruckgezogen am', 'zuruckgenommen am'],
};

/** Maps columns to fields by name, the first of several; other columns are not guessed. */
export function proposeMapping(header: readonly string[]): Mapping {
  const names = header.map(folded);
  const mapping: Partial<Record<ColumnField, number>> = {};
  for (const field of FIELDS) {
    const at = names.findIndex((name) => name !== '' && NAMES[field].includes(name));
    if (at >= 0) mapping[field] = at;
  }
  return mapping;
}

/** Returns the index of a column given by name or by number from 1. */
export function columnNamed(typed: string, header: readonly string[]): number | undefined {
  const at = header.findIndex((name) => folded(name) === folded(typed));
  if (at >= 0) return at;
  const number = /^\d{1,4}$/u.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= header.length ? number - 1 : undefined;
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
