export const helpWords = () => ({
  title: 'recert',
  intro: 'I keep your certifications alive: log what you learn, and I tell you how you stand, to the day.',
  unknown: (word: string, nearest: string | undefined) =>
    nearest === undefined ? `I do not know “${word}”.` : `I do not know “${word}”. Did you mean “${nearest}”?`,
  didYouMean: (nearest: string) => `Yes, ${nearest}`,
  note: 'Everything is answered to you alone. Dates may be typed as today, last friday, 20 Nov or 2026-11-20.',
});

export const commandsWords = () => ({
  help: { usage: 'help', summary: 'what I can do' },
  add: { usage: 'add cissp since 2025-01-01', summary: 'add a certification you hold' },
  certs: { usage: 'certs', summary: 'your certifications and their cycles' },
  log: {
    usage: 'log 1.5h SANS webcast yesterday for cissp',
    summary: 'log an activity; a form opens, filled in as far as it can be',
  },
  pace: { usage: 'pace [cissp] [--on 2026-12-31]', summary: 'ahead, on track or behind, to the day' },
  why: { usage: 'why [cissp]', summary: 'the arithmetic of a pace, step by step' },
  rules: { usage: 'rules cissp', summary: 'what a body asks for, with its sources' },
  whatif: {
    usage: 'whatif +16h RSA Conference on 2027-04-26 for cissp',
    summary: 'before and after, also of a pause or another certification; writes nothing',
  },
  plan: { usage: 'plan', summary: 'what you plan to do; it counts once you log it' },
  undo: { usage: 'undo', summary: 'take back what you logged last' },
  restore: { usage: 'restore', summary: 'put back what you took back' },
  edit: { usage: 'edit cissp', summary: 'correct number, cycle, and what its rules depend on' },
  renew: { usage: 'renew cissp', summary: 'open the next cycle, with what carries over' },
  export: { usage: 'export', summary: 'all your records as a file for spreadsheets' },
  link: { usage: 'link', summary: 'be one person here and on another platform, by a one-time code' },
  unlink: { usage: 'unlink', summary: 'undo that' },
  customise: { usage: 'customise cissp', summary: 'for admins: your own figures, fees and certifications' },
  remove: { usage: 'remove cissp', summary: 'take away a certification you added by mistake' },
});
