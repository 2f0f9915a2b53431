import type { ContainerProps } from '../lib';

/**
 * The applications of the examples as containers that meet Pod Security "restricted".
 *
 * The stock nginx image names root as its user; with a user of its own it needs two directories to write to. It binds port 80, which a
 * pod of this library may do without being root.
 */
export const nginx = {
  image: 'nginx:1.28.0',
  ports: [{ name: 'http', number: 80 }],
  runAsUser: 101,
  writableDirectories: ['/var/cache/nginx', '/run'],
  probes: { readiness: { http: { path: '/', port: 'http' } } },
} as const satisfies ContainerProps;

/** InfluxDB answers `GET /ping` with 204. */
export const influxdb = {
  image: 'influxdb:2.7.11',
  ports: [{ name: 'http', number: 8086 }],
  runAsUser: 1000,
  writableDirectories: ['/var/lib/influxdb2', '/etc/influxdb2'],
  probes: { readiness: { http: { path: '/ping', port: 'http' } } },
} as const satisfies ContainerProps;

/** Something that serves HTTP on the port that its article names. */
export const web = {
  image: 'registry.example.com/web:1.0.0',
  runAsUser: 1000,
} as const satisfies ContainerProps;
