/** One way to do the work that is compared. */
export interface Candidate {
  readonly name: string;
  /** `floor`: the least that any program must do; `ours`; `peer`: another product. */
  readonly role: 'floor' | 'ours' | 'peer';
  open(): Promise<Opened>;
}

export interface Opened {
  /** Does the work once and gives the figure, in the comparison's unit. */
  measure(): Promise<number>;
  close(): Promise<void>;
}

/** Candidates that do the same work, and how ours must stand to the floor. */
export interface Comparison {
  readonly name: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  /**
   * Of ours to the floor, or of ours alone where no candidate is a floor: at least this where higher is better, at most
   * this where lower is.
   */
  readonly limit: number;
  /** The floor's figure as it was first measured; half as good, and the run says nothing. */
  readonly floorOnce?: number;
  candidates(): Promise<readonly Candidate[]>;
}

export interface SuiteOptions {
  /** Also what takes long to prepare. */
  readonly large: boolean;
}

export interface Suite {
  readonly name: string;
  readonly comparisons: readonly Comparison[];
  /** Removes what the comparisons shared. */
  close?(): Promise<void>;
}
