/**
 * Hosts whose addresses are never shown, by what they are. What was read there is named as read in a copy: a link would lead people to a page
 * that the body does not answer for. Subdomains are included.
 */
export const UNFIT_HOSTS: Readonly<Record<string, readonly string[]>> = {
  mirror: ['cherrygirl.info', 'reddit.nalc.co', 'sudonull.com', 'gavvy.com', 'penguintutor.com', 'cpe247.com'],
  hijacked: ['achador.net', 'victorybreastimaging.com', 'kuakemeiye.com'],
  upload: ['yumpu.com', 'scribd.com', 'github.com', 'github.io', 'raw.githubusercontent.com'],
  proxy: ['workers.dev', 'fanyv88.com'],
  test: [
    'marketing.sans.services',
    'azurewebsites.net',
    'dev-cert.eccouncil.org',
    'dev.scrumalliance.org',
    'www-dev3.hrci.org',
    'procloud.org.uk',
    'cms.acfe.com',
  ],
  'content-farm': [
    'eatsip365.com',
    'winenfood.com',
    'visualfoodie.com',
    'eathealthy365.com',
    'puoka.online',
    'aaismexam.com',
    'examsimul.com',
    'aaademy.com',
    'certmap.de',
    'certquests.com',
    'cpe-compare.com',
    'cpecoursereviews.com',
    'ctaio.dev',
    'nex-arc-learning.com',
    'nicheelab.com',
    'readroo.st',
    'windowsnews.ai',
  ],
  'exam-dumps': ['dumpsbase.com', 'spoto.net', 'examcert.app', 'evedumps.com', 'braindumps.com', 'passguide.com'],
  'course-seller': [
    'accountantsed.com',
    'acslive.com',
    'agileexamacademy.com',
    'agilevisa.com',
    'blog.attorneycredits.com',
    'cpecredit.com',
    'cpelite.com',
    'ez-cpe.com',
    'financetrain.com',
    'insight-training.co.uk',
    'knowledgequity.com.au',
    'mastercpe.com',
    'pdh-pro.com',
    'redlearning.org',
    'salesforceking.com',
    'sequoiacpe.com',
    'sprouteducation.com',
    'vtrpro.com',
  ],
  forum: ['reddit.com', 'community.simplilearn.com'],
  private: [
    'davistechmedia.com',
    'cyberhui.org',
    'runmodule.com',
    'projectvictor.com',
    'wixsite.com',
    'rsrastak.com',
    'edward-designer.com',
    'iibs.ca',
    'blog.sanfranciscobs.com',
    'financialadvisortransitions.com',
    'reqwired.org',
    'hidekazu-konishi.com',
    'metaltoad.com',
    'sysnet4admin.gitbook.io',
  ],
};

const ALL = new Set(Object.values(UNFIT_HOSTS).flat());

/** Returns whether an address is on a host that is never shown, or on none. */
export function isUnfitAddress(address: string): boolean {
  const host = hostOf(address);
  if (host === undefined) return true;
  const labels = host.split('.');
  return labels.some((_, index) => ALL.has(labels.slice(index).join('.')));
}

/** Returns the host of an address in lower case, without a full stop at its end; undefined if it has none. */
export function hostOf(address: string): string | undefined {
  const host = URL.parse(address)?.hostname.replace(/\.$/u, '');
  return host === '' ? undefined : host;
}

/** Returns the keys of the sources whose addresses are never shown. */
export function unfitSources(sources: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(sources).flatMap(([key, address]) => (isUnfitAddress(address) ? [key] : []));
}
