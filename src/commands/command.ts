import type { Catalogue } from '../catalogue/index.ts';
import type { Card } from '../chat/card.ts';
import type { Interaction, Place, Reply, SendResult } from '../chat/interaction.ts';
import type { Day } from '../domain/calendar.ts';
import type { Role } from '../domain/roles.ts';
import type { OpportunityIndex } from '../opportunities/opportunity-index.ts';
import type { ExportArchive } from '../services/portability/import-archive.ts';
import type { PackRequest } from '../services/reports/pack-request.ts';
import type { ReportRequest } from '../services/reports/report-request.ts';
import type { ImportOptions } from '../sheets/import-options.ts';
import type { Person } from '../store/entities.ts';
import type { ProofFileName } from '../store/evidence/proofs.ts';
import type { WorkspaceData } from '../store/store.ts';
import type { Words } from '../strings/index.ts';
import type { CommandName } from '../views/account/help-card.ts';

/** A file that came and is not kept: `name` as its sender calls it, `most` how many there may be at once. */
export interface FileProblem {
  readonly name: string;
  readonly kind: 'too-large' | 'unreachable' | 'not-proof' | 'too-many';
  readonly max?: number;
}

/** An interaction whose files were read: the ids of those that are kept now stand in its answers, or in `kept` when they came with a line. */
export interface Request extends Omit<Interaction, 'files'> {
  readonly uploads?: readonly string[];
  readonly fileProblems?: readonly FileProblem[];
}

/** A document to be printed, and what is said with it. */
export interface PrintedDocument {
  readonly html: string;
  /** What the file is called. */
  readonly name: string;
  /** The command that brings it once more. */
  readonly command: CommandName;
  readonly card: Card;
}

/** Everything a command may touch. */
export interface Context {
  readonly interaction: Request;
  readonly person: Person;
  /** The date in the person's time zone, then the workspace's. */
  readonly today: Day;
  readonly now: Date;
  readonly words: Words;
  readonly data: WorkspaceData;
  readonly catalogue: Catalogue;
  /** Tells somebody else something, once what this command did is kept. */
  tell(to: Place, card: Card): void;
  /** Says something in a place at once, and what became of it: for what depends on whether it may be said there. */
  say(place: Place, card: Card): Promise<SendResult>;
  /** The most bytes a file may have that comes. */
  readonly fileLimit: number;
  /** What the workspace is offered, as it is now. */
  opportunities(): Promise<OpportunityIndex>;
  /** Has a source of opportunities read, once everything is kept. */
  refresh(sourceId: string): void;
  /** The bytes of a file of theirs, wherever they are kept; nothing where they are not any more. */
  bytesOf(fileId: string): Promise<Uint8Array | undefined>;
  /** What a file of theirs holds that another recert wrote; nothing where it is no such file. */
  broughtAlong(fileId: string): Promise<ExportArchive | undefined>;
  /** Has a long table read and taken, once everything is kept, and the person told what came of it. */
  importLater(fileId: string, stated: ImportOptions): void;
  /** Has a team's members read from the group it follows, once everything is kept, and the person told what came of it. */
  follow(teamId: string): void;
  /** Has an audit report made, once everything is kept, and brought to the person. */
  report(request: ReportRequest): Promise<void>;
  /** Prints a document and brings it to the person, once everything is kept. */
  print(document: PrintedDocument): void;
  /** Brings a pack to whom it is for, once everything is kept. */
  pack(request: PackRequest): void;
  /** Brings the person the file of a proof, once everything is kept, with a card that says what it is. */
  bring(file: ProofFileName, card: Card): void;
  /** Brings the person a file that was added, once that is kept, with a card that says what it is. */
  deliver(fileId: string, card: Card): Promise<void>;
}

/** One thing that can be asked. */
export interface Command {
  readonly name: CommandName;
  readonly role: Role;
  /**
   * When it writes: at once, or when its form is sent. The same act a second time gets the first answer; a reply that is a form
   * means that nothing was written.
   */
  readonly writes: 'never' | 'when sent' | 'at once';
  run(context: Context): Promise<Reply>;
}

/** A no in words; thrown by a command, it undoes what the command wrote and is shown. */
export class Refusal extends Error {
  override name = 'Refusal';
}
