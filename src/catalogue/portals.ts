import type { SheetLayout } from '../domain/entry-sheet.ts';

/** How the portals of some bodies ask for an activity, by the name of the body. */
const PORTALS: Readonly<Record<string, SheetLayout>> = {
  // Five pages: days, category and type with its details, domains, a review.
  ISC2: {
    fields: [
      { field: 'start', label: 'Start Date' },
      { field: 'end', label: 'End Date' },
      { field: 'activity', label: 'CPE Type' },
      { field: 'title', label: 'Title' },
      { field: 'provider', label: 'Provider' },
      { field: 'credits', label: 'Credits' },
      { field: 'category', label: 'Group' },
      { field: 'marks', label: 'Domain' },
      { field: 'description' },
    ],
    days: 'month-name',
    amounts: 'one',
    bundles: true,
    certainty: 'P',
    sources: ['https://cpe.isc2.org/s/'],
    note: 'Based on public code that fills in the form. The detailed fields depend on the type. At least one domain is asked for, and Group B is one of the choices.',
  },
  ISACA: {
    fields: [
      { field: 'title', label: 'Title/Description' },
      { field: 'provider', label: 'Sponsoring Organization' },
      { field: 'start', label: 'Start Date' },
      { field: 'end', label: 'End Date' },
      { field: 'activity', label: 'Qualifying Activity' },
      { field: 'delivery', label: 'Method of Delivery' },
      { field: 'credits', label: 'Hours' },
      { field: 'description' },
    ],
    days: 'month-first',
    amounts: 'by-certification',
    bundles: true,
    certainty: 'P',
    sources: ['https://www.isaca.org/myisaca/managecpe'],
    note: 'Based on public code that fills in the form.',
  },
  CompTIA: {
    fields: [
      { field: 'activity', label: 'Activity Type' },
      { field: 'title', label: 'Activity Title' },
      { field: 'provider', label: 'Provider' },
      { field: 'credits', label: 'CEUs' },
      { field: 'start', label: 'Start Date' },
      { field: 'end', label: 'Completion Date' },
      { field: 'link', label: 'URL' },
      { field: 'description' },
      { field: 'files', label: 'Documentation' },
    ],
    days: 'month-first',
    amounts: 'one',
    bundles: false,
    files: { max: 5, bytes: 1_000_000 },
    certainty: 'M',
    sources: ['https://help.comptia.org/hc/en-us/articles/13970435065108-How-Do-I-Submit-CEUs'],
    note: 'The file limit and one entry per activity are stated by the certification body; the field order isn’t.',
  },
  PMI: {
    fields: [
      { field: 'activity', label: 'PDU Category' },
      { field: 'provider', label: 'Provider Name' },
      { field: 'title', label: 'Activity Title' },
      { field: 'description', label: 'Description' },
      { field: 'link', label: 'URL' },
      { field: 'start', label: 'Date Started' },
      { field: 'end', label: 'Date Completed' },
      { field: 'credits', label: 'PDUs Claimed' },
    ],
    days: 'month-first',
    amounts: 'by-category',
    bundles: false,
    certainty: 'P',
    sources: ['https://ccrs.pmi.org/claim/new'],
    note: 'Based on public code that fills in the giving-back form.',
  },
  GIAC: {
    fields: [
      { field: 'activity', label: 'CPE Category' },
      { field: 'title', label: 'Title' },
      { field: 'provider', label: 'Provider' },
      { field: 'start', label: 'Start Date' },
      { field: 'end', label: 'End Date' },
      { field: 'credits', label: 'CPEs' },
      { field: 'description' },
      { field: 'files', label: 'Documentation' },
    ],
    days: 'month-first',
    amounts: 'one',
    bundles: false,
    certainty: 'M',
    sources: ['https://www.giac.org/certifications/renewal/'],
    note: 'Submit credits first, then assign them to a renewal.',
  },
};

/** The fields that every portal has. */
const ANY: SheetLayout = {
  fields: [
    { field: 'title' },
    { field: 'provider' },
    { field: 'activity' },
    { field: 'delivery' },
    { field: 'start' },
    { field: 'end' },
    { field: 'credits' },
    { field: 'category' },
    { field: 'marks' },
    { field: 'description' },
    { field: 'link' },
    { field: 'files' },
  ],
  days: 'iso',
  amounts: 'by-certification',
  bundles: false,
  certainty: 'M',
  sources: [],
};

/** Returns the layout of a body's portal, or all fields if it is unknown. */
export function portalOf(body: string): SheetLayout {
  return PORTALS[body] ?? ANY;
}

/** Whether the portal of a body is known. */
export function isPortalKnown(body: string): boolean {
  return body in PORTALS;
}
