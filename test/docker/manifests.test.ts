import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dockerFile, knownNames } from './known-names.ts';
import { readYaml } from './read-yaml.ts';

const folder = join(import.meta.dirname, '..', '..', 'docker');
const server = readFileSync(join(folder, '..', 'src', 'telemetry', 'operator-pages.ts'), 'utf8');

const Labels = z.record(z.string(), z.string());
const Meta = z.strictObject({ name: z.string(), labels: Labels.optional() });
const Selector = z.strictObject({ matchLabels: Labels });
const Probe = z.strictObject({
  httpGet: z.strictObject({ path: z.string(), port: z.string() }),
  periodSeconds: z.number(),
  timeoutSeconds: z.number().optional(),
  failureThreshold: z.number(),
});
const Container = z.strictObject({
  name: z.string(),
  image: z.string(),
  ports: z.array(z.strictObject({ name: z.string(), containerPort: z.number() })),
  env: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  startupProbe: Probe,
  livenessProbe: Probe,
  readinessProbe: Probe,
  resources: z.strictObject({ requests: Labels, limits: Labels }),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(z.strictObject({ name: z.string(), mountPath: z.string(), readOnly: z.boolean().optional() })),
});
const Pod = z.strictObject({
  automountServiceAccountToken: z.literal(false),
  terminationGracePeriodSeconds: z.number(),
  securityContext: z.strictObject({
    runAsNonRoot: z.literal(true),
    runAsUser: z.number(),
    runAsGroup: z.number(),
    fsGroup: z.number(),
    seccompProfile: z.strictObject({ type: z.literal('RuntimeDefault') }),
  }),
  topologySpreadConstraints: z.array(
    z.strictObject({
      maxSkew: z.number(),
      topologyKey: z.string(),
      whenUnsatisfiable: z.literal('ScheduleAnyway'),
      labelSelector: Selector,
    }),
  ),
  containers: z.tuple([Container]),
  volumes: z.array(
    z.union([
      z.strictObject({ name: z.string(), emptyDir: z.strictObject({}) }),
      z.strictObject({
        name: z.string(),
        secret: z.strictObject({ secretName: z.string(), defaultMode: z.number() }),
      }),
    ]),
  ),
});
const Deployment = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('Deployment'),
  metadata: Meta,
  spec: z.strictObject({
    replicas: z.number(),
    selector: Selector,
    strategy: z.strictObject({ type: z.literal('Recreate') }),
    template: z.strictObject({ metadata: z.strictObject({ labels: Labels }), spec: Pod }),
  }),
});
const Service = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata: Meta,
  spec: z.strictObject({
    selector: Labels,
    ports: z.tuple([z.strictObject({ name: z.string(), port: z.number(), targetPort: z.string() })]),
  }),
});
const Budget = z.strictObject({
  apiVersion: z.literal('policy/v1'),
  kind: z.literal('PodDisruptionBudget'),
  metadata: Meta,
  spec: z.strictObject({ minAvailable: z.number(), selector: Selector }),
});
const Secret = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Secret'),
  metadata: Meta,
  type: z.literal('Opaque'),
  stringData: Labels,
});

const manifest = (name: string) => readYaml(dockerFile(`kubernetes/${name}.yaml`));

describe('the manifests for Kubernetes', () => {
  const deployment = Deployment.parse(manifest('deployment'));
  const pod = deployment.spec.template.spec;
  const [container] = pod.containers;
  const secret = Secret.parse(manifest('secrets'));

  it('are these four', () => {
    const files = readdirSync(join(folder, 'kubernetes')).toSorted();
    expect(files).toEqual(['deployment.yaml', 'disruption-budget.yaml', 'secrets.yaml', 'service.yaml']);
  });

  it('run two processes, of which one may be stopped at a time', () => {
    const labels = deployment.spec.template.metadata.labels;

    expect(deployment.spec.replicas).toBe(2);
    expect(deployment.spec.selector.matchLabels).toEqual(labels);
    expect(Budget.parse(manifest('disruption-budget')).spec).toEqual({
      minAvailable: 1,
      selector: { matchLabels: labels },
    });
    expect(Service.parse(manifest('service')).spec.selector).toEqual(labels);
    // recert gives itself nine seconds to stop.
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(10);
  });

  it('use the port and the paths of the program', () => {
    const [port] = container.ports;
    const probes = [container.startupProbe, container.livenessProbe, container.readinessProbe];

    expect(port).toEqual({ name: 'http', containerPort: 3000 });
    expect(Service.parse(manifest('service')).spec.ports[0].targetPort).toBe(port?.name);
    for (const { httpGet } of probes) {
      expect(httpGet.port).toBe('http');
      expect(server).toContain(`'${httpGet.path}'`);
    }
    // A restart doesn't bring a database or Slack back.
    expect(container.livenessProbe.httpGet.path).toBe('/healthz');
    expect(container.readinessProbe.httpGet.path).toBe('/readyz');
  });

  it('set variables that the program knows, and name secrets that are there', () => {
    const mounted = container.volumeMounts.map(({ name }) => name);
    const [folderOfSecrets] = container.volumeMounts.filter(({ name }) => name === 'secrets');

    expect(container.env.map(({ name }) => name).filter((name) => !knownNames.includes(name))).toEqual([]);
    expect(mounted.toSorted()).toEqual(pod.volumes.map(({ name }) => name).toSorted());
    for (const { name, value } of container.env.filter((one) => one.name.endsWith('_FILE'))) {
      const [, key = ''] = value.split(`${folderOfSecrets?.mountPath}/`);
      expect(Object.keys(secret.stringData), name).toContain(key);
    }
  });

  it('have the user and the writable paths of the image', () => {
    const dockerfile = dockerFile('Dockerfile');

    expect(dockerfile).toContain(`USER ${pod.securityContext.runAsUser}:${pod.securityContext.runAsGroup}`);
    for (const path of ['/data', '/tmp']) {
      expect(container.volumeMounts.some(({ mountPath }) => mountPath === path)).toBe(true);
    }
  });
});

const ComposeService = z.object({
  environment: z.record(z.string(), z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).optional(),
  profiles: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
});
const Compose = z.strictObject({
  name: z.string(),
  services: z.strictObject({ recert: ComposeService, postgres: ComposeService, caddy: ComposeService }),
  volumes: z.record(z.string(), z.strictObject({})),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

describe('compose.yaml', () => {
  const compose = Compose.parse(readYaml(dockerFile('compose.yaml')));
  const { recert, postgres, caddy } = compose.services;

  it('gives recert variables that the program knows, each secret as a file', () => {
    const names = Object.keys(recert.environment ?? {});

    expect(names.filter((name) => !knownNames.includes(name))).toEqual([]);
    expect(names.every((name) => name.endsWith('_FILE'))).toBe(true);
    for (const path of Object.values(recert.environment ?? {}))
      expect(recert.secrets).toContain(path.replace('/run/secrets/', ''));
  });

  it('defines every secret and volume that a service uses, and starts recert after the database', () => {
    for (const service of [recert, postgres, caddy]) {
      for (const secret of service.secrets ?? []) expect(Object.keys(compose.secrets)).toContain(secret);
      for (const volume of service.volumes ?? []) {
        const [source = ''] = volume.split(':');
        const isThere = source.startsWith('./') ? existsSync(join(folder, source)) : source in compose.volumes;
        expect(isThere, volume).toBe(true);
      }
    }
    expect(recert.read_only).toBe(true);
    expect(Object.keys(recert.depends_on ?? {})).toEqual(['postgres']);
    expect(caddy.profiles).toEqual(['tls']);
  });
});

describe('the reader of YAML in this folder', () => {
  it('reads blocks, and refuses what it would misread', () => {
    expect(readYaml('a:\n  - b: 1\n    c: true\n  - d\ne: {}\n# no\nf:\n')).toEqual({
      a: [{ b: 1, c: true }, 'd'],
      e: {},
      f: {},
    });
    for (const text of ['a: [1]', 'a: "b"', 'a: |\n  b', 'a: 1\na: 2', 'a: b: c', 'a: b # c'])
      expect(() => readYaml(text), text).toThrow("Can't read");
  });
});
