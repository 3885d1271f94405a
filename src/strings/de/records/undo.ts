import type { ActAbout } from '../../../domain/act.ts';
import type { undoWords as UndoWords } from '../../en/records/undo.ts';

/** Words for undoing the last act. */
export const undoWords = (): ReturnType<typeof UndoWords> => {
  const one = ({ title }: ActAbout) => (title === undefined ? '1 Eintrag' : `„${title}“`);
  const records = (about: ActAbout) => (about.records > 1 ? `${about.records} Einträge` : one(about));
  const ofRecords = (about: ActAbout) =>
    about.records > 1
      ? `von ${about.records} Einträgen`
      : `von ${about.title === undefined ? '1 Eintrag' : one(about)}`;
  const subject = (about: ActAbout) => (about.name === undefined ? ofRecords(about) : `von ${about.name}`);
  const ofName = (noun: string) => (about: ActAbout) => (about.name === undefined ? noun : `${noun} ${about.name}`);
  return {
    names: {
      log: (about) => `Eintrag ${records(about)}`,
      import: (about) => `Import von ${about.records === 1 ? '1 Eintrag' : `${about.records} Einträgen`}`,
      plan: (about) => (about.isRemoval ? `Löschung der Planung ${records(about)}` : `Planung ${records(about)}`),
      edit: (about) => `Bearbeitung ${about.title === undefined ? subject(about) : ofRecords(about)}`,
      attach: (about) => `Nachweis zu ${records(about)}`,
      detach: (about) => `Entfernen eines Nachweises ${ofRecords(about)}`,
      attest: (about) => `Bestätigung ${ofRecords(about)}`,
      summary: (about) => `Zusammenfassung ${ofRecords(about)}`,
      reconcile: ({ entries }) => `Portal-Status von ${entries === 1 ? '1 Position' : `${entries} Positionen`}`,
      tick: ({ entries }) => `Portal-Status von ${entries === 1 ? '1 Position' : `${entries} Positionen`}`,
      delete: (about) => `Löschung ${ofRecords(about)}`,
      restore: (about) => `Wiederherstellung ${ofRecords(about)}`,
      add: (about) => `Hinzufügen ${subject(about)}`,
      remove: (about) => `Entfernen ${subject(about)}`,
      renew: (about) => `Verlängerung ${subject(about)}`,
      snooze: (about) => `Pausieren ${subject(about)}`,
      lapse: (about) => `Auswahl zum Auslaufen ${subject(about)}`,
      team: ofName('Änderung am Team'),
      digest: ofName('Einstellungen der Übersicht für das Team'),
      people: ofName('Änderung an'),
      settings: () => 'Änderung der Workspace-Einstellungen',
      preferences: () => 'Änderung deiner Einstellungen',
      customise: ofName('Änderung der Regeln von'),
      other: () => 'letzte Änderung',
    },
    ago: (minutes) => (minutes < 1 ? 'gerade eben' : minutes === 1 ? 'vor 1 Minute' : `vor ${minutes} Minuten`),
    title: (name, ago) => `Rückgängig: ${name}, ${ago}`,
    notYet: 'Es wird erst etwas geändert, wenn du „Rückgängig“ wählst.',
    final: (command) =>
      `Dein letzter Befehl „${command}“ kann nicht rückgängig gemacht werden. Das hast du davor getan.`,
    onlyFinal: (command) => `Dein letzter Befehl „${command}“ kann nicht rückgängig gemacht werden.`,
    none: 'Es gibt nichts rückgängig zu machen. Möglich ist das 10 Minuten lang nach einer Änderung.',
    done: 'Rückgängig gemacht',
    doneText: (name) => `Rückgängig gemacht: ${name}.`,
    inTrash: (count) =>
      count === 1
        ? 'Der Eintrag liegt 30 Tage lang im Papierkorb.'
        : `Die ${count} Einträge liegen 30 Tage lang im Papierkorb.`,
    already: 'Das ist bereits rückgängig gemacht.',
    tooLate: 'Das kann nicht mehr rückgängig gemacht werden. Möglich ist es 10 Minuten lang nach einer Änderung.',
    changedSince: (name) => `Das kann nicht rückgängig gemacht werden, weil es seitdem geändert wurde: ${name}.`,
  };
};
