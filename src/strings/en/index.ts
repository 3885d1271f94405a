import { addWords, certsWords, removeWords } from './add.ts';
import { basics } from './basics.ts';
import { customiseWords } from './customise.ts';
import { editWords } from './edit.ts';
import { failureWords } from './failure.ts';
import { exportWords, fileWords } from './file.ts';
import { findWords } from './find.ts';
import { deliveriesWords, kindsWords, shapeWords } from './form.ts';
import { commandsWords, helpWords } from './help.ts';
import { importWords } from './import.ts';
import { linkWords } from './link.ts';
import { logWords } from './log.ts';
import { offerWords } from './offer.ts';
import { paceWords } from './pace.ts';
import { packWords } from './pack.ts';
import { draftWords, eraseWords, proofWords, recordWords } from './record.ts';
import { renewWords } from './renew.ts';
import { reportWords } from './report.ts';
import { rulesWords } from './rules.ts';
import { sheetWords } from './sheet.ts';
import { digestWords, nudgeWords, teamWords, wishWords } from './team.ts';
import { planWords, whatifWords } from './what-if.ts';
import { whyWords } from './why.ts';

/** English; `locale` decides only how dates are written. */
export function english(locale: string) {
  const base = basics(locale);
  return {
    ...base,
    help: helpWords(),
    commands: commandsWords(),
    shape: shapeWords(base),
    kinds: kindsWords(),
    deliveries: deliveriesWords(),
    add: addWords(base),
    remove: removeWords(),
    certs: certsWords(base),
    customise: customiseWords(),
    edit: editWords(base),
    whatif: whatifWords(base),
    plan: planWords(base),
    renew: renewWords(base),
    why: whyWords(base),
    rules: rulesWords(base),
    link: linkWords(),
    find: findWords(),
    record: recordWords(base),
    draft: draftWords(base),
    proof: proofWords(base),
    erase: eraseWords(),
    file: fileWords(),
    export: exportWords(),
    import: importWords(),
    log: logWords(base),
    offer: offerWords(base),
    pack: packWords(base),
    pace: paceWords(base),
    report: reportWords(base),
    sheet: sheetWords(base),
    team: teamWords(base),
    digest: digestWords(),
    nudge: nudgeWords(base),
    wish: wishWords(base),
    failure: failureWords(),
  };
}

/** Every word a person reads, in one language and with the dates of one locale. */
export type Words = ReturnType<typeof english>;
