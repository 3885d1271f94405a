import { accessWords } from './account/access.ts';
import { eraseWords } from './account/erase.ts';
import { exampleWords } from './account/examples.ts';
import { commandsWords, firstAdminWords, helpTopicWords, helpWords } from './account/help.ts';
import { homeWords } from './account/home.ts';
import { linkWords } from './account/link.ts';
import { siteWords } from './account/site.ts';
import { basics } from './basics.ts';
import { addWords, certsWords, removeWords } from './certifications/add.ts';
import { customiseWords } from './certifications/customise.ts';
import { editWords } from './certifications/edit.ts';
import { openingWords } from './certifications/opening.ts';
import { relationWords } from './certifications/relation.ts';
import { renewWords } from './certifications/renew.ts';
import { rulesWords } from './certifications/rules.ts';
import { certificateWords } from './evidence/certificate.ts';
import { proofWords } from './evidence/proof.ts';
import { failureWords } from './failure.ts';
import { deliveriesWords, kindsWords, shapeWords } from './form.ts';
import { calendarWords } from './notifications/calendar.ts';
import { digestWords } from './notifications/digest.ts';
import { nudgeWords } from './notifications/nudge.ts';
import { preferenceWords } from './notifications/preferences.ts';
import { filterWords } from './opportunities/filter.ts';
import { opportunityWords } from './opportunities/opportunity.ts';
import { paceWords } from './pace/pace.ts';
import { planWords, whatifWords } from './pace/what-if.ts';
import { whyWords } from './pace/why.ts';
import { platformWords } from './platform.ts';
import { exportWords, fileWords } from './portability/file.ts';
import { importWords } from './portability/import.ts';
import { reconcileWords } from './portability/reconcile.ts';
import { claimRuleWords } from './records/claim.ts';
import { draftWords } from './records/draft.ts';
import { findWords } from './records/find.ts';
import { logWords } from './records/log.ts';
import { recordWords } from './records/record.ts';
import { undoWords } from './records/undo.ts';
import { sheetWords } from './reports/entry-sheet.ts';
import { packWords } from './reports/pack.ts';
import { reportWords } from './reports/report.ts';
import { peopleWords } from './teams/people.ts';
import { settingsWords } from './teams/settings.ts';
import { teamWords } from './teams/team.ts';

/** English; `locale` decides only how dates are written. */
export function english(locale: string) {
  const base = basics(locale);
  return {
    ...base,
    help: helpWords(),
    firstAdmin: firstAdminWords(),
    commands: commandsWords(),
    helpTopics: helpTopicWords(),
    examples: exampleWords(),
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
    opening: openingWords(base),
    relation: relationWords(base),
    renew: renewWords(base),
    why: whyWords(base),
    rules: rulesWords(base),
    link: linkWords(),
    site: siteWords(),
    find: findWords(),
    record: recordWords(base),
    undo: undoWords(),
    draft: draftWords(base),
    certificate: certificateWords(base),
    proof: proofWords(base),
    erase: eraseWords(),
    file: fileWords(),
    export: exportWords(),
    import: importWords(base),
    reconcile: reconcileWords(base),
    claim: claimRuleWords(),
    log: logWords(base),
    filter: filterWords(base),
    opportunity: opportunityWords(base),
    pack: packWords(base),
    pace: paceWords(base),
    platform: platformWords(),
    report: reportWords(base),
    sheet: sheetWords(base),
    team: teamWords(base),
    calendar: calendarWords(),
    digest: digestWords(),
    nudge: nudgeWords(base),
    preferences: preferenceWords(),
    settings: settingsWords(base),
    people: peopleWords(base),
    access: accessWords(),
    home: homeWords(base),
    failure: failureWords(base),
  };
}

/** Every word a person reads, in one language and with the dates of one locale. */
export type Words = ReturnType<typeof english>;
