declare module '@20minutes/s3rver' {
  import type { RequestListener } from 'node:http';

  namespace S3rver {
    interface Options {
      readonly directory: string;
      readonly silent: boolean;
      readonly vhostBuckets: boolean;
      readonly configureBuckets: readonly { readonly name: string; readonly configs: readonly string[] }[];
    }
    interface Context {
      readonly path: string;
      readonly state: Record<string, unknown>;
      mountPath: string;
    }
  }

  class S3rver {
    constructor(options: S3rver.Options);
    readonly middleware: ((context: S3rver.Context, next: () => Promise<void>) => Promise<void>)[];
    configureBuckets(): Promise<unknown>;
    callback(): RequestListener;
  }
  export = S3rver;
}
