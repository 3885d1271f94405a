import { isSameLine, type TextBlock } from './blocks.ts';
import type { TextRun } from './page-text.ts';

/** What a label announces. `other` is known and belongs to no field: a member number, a place. */
export type LabelField =
  | 'attendee'
  | 'title'
  | 'provider'
  | 'day'
  | 'other-day'
  | 'length'
  | 'attended'
  | 'credits'
  | 'certificate'
  | 'sponsor'
  | 'link'
  | 'other';

/** A label and what stands beside or below it. */
export interface Labelled {
  readonly field: LabelField;
  readonly label: string;
  readonly value: string;
  /** Where the value stands. */
  readonly block: TextBlock;
  readonly page: number;
}

const NUMBER = String.raw`(?:\s*(?:no|nr|number|nummer|id|code|n°|nº|num|numéro|número|#)\.?(?:\s|:|$)|-?(?:nummer|nr\.?)(?:\s|:|$))`;
const OF_ATTENDEE = String.raw`(?:\s+(?:of\s+(?:the\s+)?|de[rs]\s+|du\s+|del\s+)?(?:participant|attendee|learner|student|member|teilnehmer(?:s|in|:in|/in|/-in|\(in\))?|teilnehmenden|participante?|asistente))?`;

/** The labels in English, German, French and Spanish; the first that fits decides. */
const LABELS: readonly (readonly [LabelField, string])[] = [
  [
    'other',
    `(?:member(?:ship)?|student|customer|user|employee|learner|matri[ck]el|mitglieds?|kunden|étudiant|estudiante|claim|seat|order|booking|invoice|receipt|registration)${NUMBER}`,
  ],
  [
    'other',
    String.raw`(?:location|place|venue|ort|lieu|lugar|delivery|delivery\s+method|instructional\s+(?:delivery\s+)?method|format|field\s+of\s+study|instructor|speaker|trainer|dozent(?:in)?|referent(?:in)?|formateur|ponente|instructora?|signature|unterschrift|term|semester|status|grade|level|language)`,
  ],
  [
    'sponsor',
    String.raw`(?:(?:registry\s+|nasba\s+)?sponsor|(?:education\s+|training\s+)?provider|anbieter|veranstalter|organisme|proveedor|patrocinador)${NUMBER}`,
  ],
  [
    'certificate',
    String.raw`(?:(?:certificate|credential|confirmation|verification|serial|zertifikats?|bescheinigungs?|teilnahme|certificat|attestation|certificado|activity|aktivitäts?|course|scan|document|dokument|référence|reference)${NUMBER}|(?:numéro|n°|nº|número)\s+(?:de\s+|du\s+)?(?:certificat|l['’]attestation|attestation|certificado)|reference|referenz|référence|referencia|certificate|zertifikat|ref\.?|scan\s+code|código(?:\s+de\s+verificación)?)`,
  ],
  [
    'other-day',
    String.raw`(?:(?:date\s+(?:of\s+)?)?(?:first\s+(?:shown|aired|broadcast)(?:\s+live)?|recorded(?:\s+on)?|published(?:\s+on)?|original\s+(?:air|broadcast)\s+date|issued?(?:\s+(?:date|on))?|expir(?:es|y|ation)(?:\s+date)?|valid\s+(?:until|through|to)|enroll?(?:ed|ment)(?:\s+(?:date|on))?|register(?:ed|ation)(?:\s+(?:date|on))?|session\s+dates?|printed(?:\s+on)?)|date\s+of\s+(?:issue|birth|printing|registration|enrolment)|ausgestellt(?:\s+am)?|ausstellungs(?:datum|tag)|gültig\s+bis|geboren(?:\s+am)?|erstausstrahlung|délivrée?(?:\s+le)?|date\s+(?:de\s+délivrance|d['’]émission|d['’]inscription)|valable\s+jusqu['’]au|fecha\s+de\s+(?:emisión|expedición|inscripción|vencimiento)|válido\s+hasta|emitido(?:\s+el)?|expedido(?:\s+el)?)`,
  ],
  [
    'day',
    String.raw`(?:(?:event|course|session|attendance|completion|training|program|webinar|viewing)?\s*dates?(?:\s+(?:of\s+)?(?:attendance|attended|completion|completed|event|course|session|viewing|viewed))?|(?:viewed|watched|attended|completed|completion|held|taken)(?:\s+on)?|datum|veranstaltungs(?:datum|tag)|zeitraum|termin|kursdatum|abgeschlossen\s+am|abschlussdatum|angesehen\s+am|teilnahme\s+am|dates?\s+de\s+(?:la\s+)?(?:session|formation|participation)|date\s+de\s+réalisation|réalisée?\s+le|suivie?\s+le|visionnée?\s+le|période|fechas?(?:\s+de(?:l)?\s+(?:curso|evento|realización|asistencia|finalización))?|realizado\s+el|visto\s+el)`,
  ],
  [
    'attended',
    String.raw`(?:time\s+(?:viewed|watched|attended|present)|(?:viewed|watched|attended|attendance)\s+(?:time|duration|minutes|hours)|minutes\s+(?:viewed|watched|attended)|hours\s+attended|angesehen(?:e\s+zeit)?|anwesenheit(?:sdauer|szeit)?|durée\s+(?:visionnée|suivie)|temps\s+visionné|tiempo\s+visto)`,
  ],
  [
    'length',
    String.raw`(?:duration|length|running\s+time|total\s+(?:hours|time|duration)|(?:contact|training|course|instruction(?:al)?)?\s*hours|umfang|dauer|kursdauer|unterrichtsumfang|stunden(?:umfang)?|zeitumfang|durée(?:\s+(?:totale|de\s+la\s+formation))?|heures|volume\s+horaire|duración|horas(?:\s+lectivas)?)`,
  ],
  [
    'credits',
    String.raw`(?:total\s+)?(?:(?:cpe|cpd|pdu|ceu|ce)s?(?:[-\s]*(?:credits?|hours?|points?|punkte|stunden|earned|awarded))*|credits?(?:\s+(?:earned|awarded))?|crédits?|créditos)(?:\s+total)?`,
  ],
  [
    'attendee',
    String.raw`(?:participant(?:['’]s)?(?:\s+name)?|attendee(?:\s+name)?|viewer|learner|delegate|student|recipient|awarded\s+to|presented\s+to|issued\s+to|granted\s+to|(?:full\s+)?name${OF_ATTENDEE}|teilnehmer(?:in|:in|/in|/-in|\(in\)|name)?|teilnehmende(?:r)?(?:\s+person)?|nom(?:\s+et\s+prénom)?${OF_ATTENDEE}|prénom\s+et\s+nom|participante?|apprenant(?:e)?|stagiaire|nombre(?:\s+y\s+apellidos)?${OF_ATTENDEE}|asistente|alumn[oa])`,
  ],
  [
    'provider',
    String.raw`(?:presented\s+by|provided\s+by|offered\s+by|hosted\s+by|organi[sz]ed\s+by|organi[sz]er|(?:education|training|cpe)?\s*(?:provider|sponsor)(?:\s+name)?|host|institution|veranstalter(?:in)?|anbieter(?:in)?|träger|durchgeführt\s+von|organisateur|organisme(?:\s+de\s+formation)?|proposée?\s+par|organisée?\s+par|organizador(?:a)?|organizado\s+por|impartido\s+por|proveedor|entidad)`,
  ],
  [
    'title',
    String.raw`(?:(?:course|program(?:me)?|event|session|webinar|webcast|training|activity|seminar|module|talk)(?:\s+(?:title|name))?|title|topic|subject|on-demand\s+webinar|veranstaltung(?:stitel)?|kurs(?:titel)?|seminar(?:titel)?|thema|titel|schulung|modul|vortrag|formation|intitulé(?:\s+de\s+la\s+formation)?|titre|cours|séminaire|sujet|atelier|curso|título|evento|actividad|seminario|taller|tema)`,
  ],
  [
    'link',
    String.raw`(?:verify(?:\s+(?:at|on))?|verification(?:\s+(?:link|url))?|link|url|prüfen\s+unter|überprüfbar\s+unter|vérifier\s+sur|verificar\s+en)`,
  ],
];

const PATTERNS = LABELS.map(([field, source]) => ({
  field,
  alone: new RegExp(String.raw`^${source}\s*:?$`, 'iu'),
  inline: new RegExp(String.raw`^(?<label>${source})\s*:\s*(?<value>\S.*)$`, 'iu'),
  /** A number may follow its label without a colon. */
  numbered: new RegExp(
    String.raw`^(?<label>${source})\s*:?\s*(?<value>[\p{L}\p{N}/._-]*\p{N}[\p{L}\p{N}/._-]*)$`,
    'iu',
  ),
}));

const NUMBERED: ReadonlySet<LabelField> = new Set(['certificate', 'sponsor', 'other']);

/** Returns which field a text alone announces, if it is a label. */
export function labelAlone(text: string): LabelField | undefined {
  return PATTERNS.find(({ alone }) => alone.test(text))?.field;
}

/** Returns the label and the value of a text such as `Duration: 36 hours` or `Certificate no. 17`. */
export function labelInline(
  text: string,
): { readonly field: LabelField; readonly label: string; readonly value: string } | undefined {
  for (const { field, inline, numbered } of PATTERNS) {
    const { label, value } = (inline.exec(text) ?? (NUMBERED.has(field) ? numbered.exec(text) : null))?.groups ?? {};
    if (label !== undefined && value !== undefined) return { field, label, value };
  }
  return undefined;
}

/** Returns what is labelled: in one text, or with the value to the right of its label or below it. */
export function findLabelled(blocks: readonly TextBlock[]): readonly Labelled[] {
  return blocks.flatMap((block): Labelled[] => {
    const { page } = block;
    const inline = labelInline(block.text);
    if (inline !== undefined) return [{ ...inline, block, page }];
    const field = labelAlone(block.text);
    const value = field && valueFor(block, blocks);
    return field && value ? [{ field, label: block.text, value: value.text, block: value, page }] : [];
  });
}

function valueFor(label: TextBlock, blocks: readonly TextBlock[]): TextBlock | undefined {
  const onPage = blocks.filter((block) => block.page === label.page && block !== label);
  const end = label.x + label.width;
  const right = onPage.filter((block) => block.x >= end - 1 && isBeside(block, label)).sort((a, b) => a.x - b.x)[0];
  if (right !== undefined)
    return labelAlone(right.text) === undefined && labelInline(right.text) === undefined ? right : below(label, onPage);
  return below(label, onPage);
}

/** Whether a block stands on the line of a label, or around it: a label may be in the middle of what wraps beside it. */
function isBeside(block: TextBlock, label: TextBlock): boolean {
  const { y: last = block.y } = block.lines.at(-1) ?? {};
  return isSameLine(firstLine(block), firstLine(label)) || (block.y < label.y && label.y < last);
}

/** The nearest block under another in its column. */
function below(label: TextBlock, onPage: readonly TextBlock[]): TextBlock | undefined {
  const under = onPage
    .filter((block) => block.y > label.y && block.y - label.y < 2.6 * Math.max(label.size, block.size))
    .filter((block) => Math.abs(block.x - label.x) < label.size && Math.abs(block.size - label.size) < label.size)
    .sort((a, b) => a.y - b.y)[0];
  return under !== undefined && labelAlone(under.text) === undefined ? under : undefined;
}

function firstLine({ lines: [line], ...block }: TextBlock): TextRun {
  return line ?? block;
}
