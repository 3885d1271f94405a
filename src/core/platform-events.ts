import type { Core } from '../chat/core-interface.ts';
import type { Log } from '../ports.ts';
import {
  markUninstalled,
  recordInstallation,
  registerPlacement,
  removePlacement,
} from '../services/account/installation.ts';
import { recordDeparture, recordReturn } from '../services/notifications/departures.ts';
import { sendLater } from '../services/notifications/send-later.ts';
import { recordFileOutcome } from '../services/outgoing-files.ts';
import type { CoreDeps } from './core-deps.ts';
import { logFailure } from './failure-reply.ts';

type PlatformEvents = Pick<
  Core,
  | 'sendLater'
  | 'recordFileOutcome'
  | 'recordInstallation'
  | 'registerPlacement'
  | 'removePlacement'
  | 'recordDeparture'
  | 'recordReturn'
  | 'markUninstalled'
>;

/** Records what platforms report. Nothing is answered, so a failure is only logged. */
export function createPlatformEvents(deps: CoreDeps): PlatformEvents {
  const logged = (work: Promise<void>) => runLogged(work, deps.log);
  const attend = async (workspaceId: string | undefined) => {
    if (workspaceId !== undefined) await deps.attend?.(workspaceId);
  };
  return {
    sendLater: (answer) => logged(sendLater(answer, deps)),
    recordFileOutcome: (from, id, outcome) => logged(recordFileOutcome(from, { id, outcome }, deps)),
    recordInstallation: (installed) => logged(recordInstallation(installed, deps).then(attend)),
    registerPlacement: (place) => logged(registerPlacement(place, deps)),
    removePlacement: (place, person) => logged(removePlacement(place, person, deps)),
    recordDeparture: (person) => logged(recordDeparture(person, deps).then(attend)),
    recordReturn: (person) => logged(recordReturn(person, deps)),
    markUninstalled: (platform, tenant) => logged(markUninstalled(platform, tenant, deps)),
  };
}

/** Waits for work whose failure is logged. Never rejects. */
export async function runLogged(work: Promise<void>, log: Log): Promise<void> {
  try {
    await work;
  } catch (error) {
    logFailure('Recording a platform event failed.', error, { log });
  }
}
