/** So many rows are printed in one document: the memory of what prints grows with every one of them. */
export const MAX_VOLUME_ROWS = 2_000;

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

/** Everything of a report that grows with its records. */
export interface Rows<S extends SectionPage, P extends PersonPage<S>, G extends GroupPage> {
  readonly people: readonly P[];
  readonly groups: readonly G[];
}

/**
 * A report's rows in volumes, none of which has more than `most`; one volume where all of them fit. What a section says beside its records
 * stands where it begins.
 */
export function volumesOf<S extends SectionPage, P extends PersonPage<S>, G extends GroupPage>(
  { people, groups }: Rows<S, P, G>,
  max = MAX_VOLUME_ROWS,
): readonly Rows<S, P, G>[] {
  const volumes: { people: P[]; groups: G[] }[] = [{ people: [], groups: [] }];
  let left = max;
  const current = () => volumes.at(-1) as { people: P[]; groups: G[] };
  const turn = () => {
    volumes.push({ people: [], groups: [] });
    left = max;
  };
  for (const person of people) {
    let sections: S[] = [];
    const close = (isLast: boolean) => {
      if (sections.length > 0 || isLast)
        current().people.push({ ...person, sections, notes: isLast ? person.notes : [] });
      sections = [];
    };
    for (const section of person.sections) {
      let rest = section.records;
      for (let isFirst = true; isFirst || rest.length > 0; isFirst = false) {
        if (left === 0) {
          close(false);
          turn();
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
      if (left === 0) turn();
      const rows = rest.slice(0, left);
      rest = rest.slice(rows.length);
      left -= rows.length;
      current().groups.push({ ...group, rows });
    }
  }
  return volumes;
}
