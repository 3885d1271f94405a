import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import S3rver from '@20minutes/s3rver';

// A program of its own: the server numbers its pages with a cipher (DES) that Node has only with a flag.
const [directory = '', bucket = ''] = process.argv.slice(2);
const s3 = new S3rver({
  directory,
  silent: true,
  vhostBuckets: false,
  configureBuckets: [{ name: bucket, configs: [] }],
});
// A list is signed for `/bucket/`, and this server reckons with `/bucket` unless it takes the slash for a mount.
s3.middleware.splice(-1, 0, (context, next) => {
  if (/^\/[^/]+\/$/.test(context.path)) {
    context.state.vhost = true;
    context.mountPath = '/';
  }
  return next();
});
await s3.configureBuckets();
const server = createServer(s3.callback());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
