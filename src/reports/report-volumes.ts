/** Maximum rows per document, because the printer's memory use grows with every row. */
const MAX_VOLUME_ROWS = 2_000;

interface SectionPage {
  readonly records: readonly unknown[];
  readonly requirements: readonly unknown[];
  readonly notes: readonly string[];
  readonly chart: string;
}

interface PersonPage<S extends SectionPage> {
  readonly sections: readonly S[];
  readonly notes: readonly string[];
}

interface GroupPage {
  readonly rows: readonly unknown[];
}

/** The parts of a report that grow with its records. */
export interface Rows<S extends SectionPage, P extends PersonPage<S>, G extends GroupPage> {
  readonly people: readonly P[];
  readonly groups: readonly G[];
}

/**
 * Splits a report's rows into volumes of at most `max` rows; one volume if all fit. The requirements, notes and chart of a section stand
 * in the volume where it begins.
 */
export function volumesOf<S extends SectionPage, P extends PersonPage<S>, G extends GroupPage>(
  { people, groups }: Rows<S, P, G>,
  max = MAX_VOLUME_ROWS,
): readonly Rows<S, P, G>[] {
  let current: { people: P[]; groups: G[] } = { people: [], groups: [] };
  const volumes = [current];
  let left = max;
  const startVolume = () => {
    current = { people: [], groups: [] };
    volumes.push(current);
    left = max;
  };
  for (const person of people) {
    let sections: S[] = [];
    const close = (isLast: boolean) => {
      if (sections.length > 0 || isLast)
        current.people.push({ ...person, sections, notes: isLast ? person.notes : [] });
      sections = [];
    };
    for (const section of person.sections) {
      let rest = section.records;
      for (let isFirst = true; isFirst || rest.length > 0; isFirst = false) {
        if (left === 0) {
          close(false);
          startVolume();
        }
        const some = rest.slice(0, left);
        rest = rest.slice(some.length);
        left -= some.length;
        sections.push(
          isFirst
            ? { ...section, records: some }
            : { ...section, requirements: [], notes: [], chart: '', records: some },
        );
      }
    }
    close(true);
  }
  for (const group of groups) {
    for (let rest = group.rows; rest.length > 0; ) {
      if (left === 0) startVolume();
      const rows = rest.slice(0, left);
      rest = rest.slice(rows.length);
      left -= rows.length;
      current.groups.push({ ...group, rows });
    }
  }
  return volumes;
}
