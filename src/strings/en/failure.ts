export const failureWords = () => ({
  title: 'That did not work',
  text: (reference: string) =>
    `Something failed on our side, not yours. Nothing that was confirmed is lost. Please try again; if it stays, give this reference to your admin: ${reference}`,
  slow: (reference: string) =>
    `The database does not answer in time. Please try again in a moment. Reference: ${reference}`,
  slowAct: (reference: string) =>
    `The database does not answer in time, so I cannot say whether this was done. Look with “pace” before you do it again. Reference: ${reference}`,
  slowSave: (reference: string) =>
    `The database does not answer in time. Whether this was saved is not known yet; send it again, it cannot be saved twice. Reference: ${reference}`,
  notAllowed: 'Your role does not allow this. Ask an admin of your workspace.',
});
