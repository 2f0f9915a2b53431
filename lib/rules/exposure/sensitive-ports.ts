import { once } from '../../graph/once';
import type { ReachedPort } from '../../graph/ways-in';
import type { WorkloadContainer } from '../../graph/workload';
import { imageOf } from '../../graph/image-of';

/** A service that is not made for clients that nobody knows. */
export interface SensitiveService {
  /** `PostgreSQL`. */
  readonly title: string;
  readonly ports: readonly number[];
  /** The last parts of the names of its images: `postgres`. */
  readonly images: readonly string[];
  /** Whether it speaks HTTP, so that an Ingress can lead to it. */
  readonly http?: true;
}

/** IANA's registry of service names, and the documentation of each. */
export const sensitiveServices: readonly SensitiveService[] = [
  { title: 'SSH', ports: [22], images: ['sshd', 'openssh-server'] },
  { title: 'Telnet', ports: [23], images: [] },
  { title: 'SMB', ports: [139, 445], images: ['samba'] },
  { title: 'LDAP', ports: [389], images: ['openldap'] },
  { title: 'rsync', ports: [873], images: ['rsyncd'] },
  { title: 'Microsoft SQL Server', ports: [1433], images: ['mssql/server', 'mssql-server-linux'] },
  { title: 'Oracle Database', ports: [1521], images: ['oracle-free', 'oracle-xe'] },
  { title: 'NFS', ports: [2049], images: ['nfs-server', 'volume-nfs'] },
  { title: 'ZooKeeper', ports: [2181], images: ['zookeeper'] },
  { title: 'the Docker API', ports: [2375, 2376], images: ['docker'], http: true },
  { title: 'etcd', ports: [2379, 2380], images: ['etcd'], http: true },
  { title: 'MySQL', ports: [3306], images: ['mysql', 'mariadb', 'percona', 'mysql-server'] },
  { title: 'Remote Desktop', ports: [3389], images: [] },
  { title: 'PostgreSQL', ports: [5432], images: ['postgres', 'postgresql', 'postgis', 'timescaledb'] },
  { title: 'AMQP', ports: [5672], images: ['rabbitmq'] },
  { title: 'VNC', ports: [5900], images: [] },
  { title: 'CouchDB', ports: [5984], images: ['couchdb'], http: true },
  { title: 'Redis', ports: [6379], images: ['redis', 'valkey', 'redis-stack-server', 'keydb'] },
  { title: 'the Kubernetes API', ports: [6443], images: ['kube-apiserver'], http: true },
  { title: 'Cassandra', ports: [7000, 9042], images: ['cassandra', 'scylla'] },
  { title: 'Neo4j', ports: [7687], images: [] },
  { title: 'Kafka', ports: [9092], images: ['kafka', 'cp-kafka'] },
  { title: 'Elasticsearch', ports: [9200, 9300], images: ['elasticsearch', 'opensearch'], http: true },
  { title: 'the kubelet', ports: [10250, 10255], images: [], http: true },
  { title: 'kube-scheduler or kube-controller-manager', ports: [10257, 10259], images: [], http: true },
  { title: 'Memcached', ports: [11211], images: ['memcached'] },
  { title: 'MongoDB', ports: [27017], images: ['mongo', 'mongodb'] },
];

const byPort = new Map(sensitiveServices.flatMap((service) => service.ports.map((port) => [port, service] as const)));
const byImage = new Map(sensitiveServices.flatMap((service) => service.images.map((name) => [name, service] as const)));

/** The service that has the port by custom. */
export function serviceOfPort(port: number): SensitiveService | undefined {
  return byPort.get(port);
}

/** The service that listens on a port of pods, by its number or by the image of the container that declares it. */
export const sensitiveServiceAt = once(({ number, declared }: ReachedPort): SensitiveService | undefined => {
  const image = declared === undefined ? undefined : serviceOfContainer(declared.container);
  // The number alone says nothing against an image that is known to be something else.
  return image ?? (number === undefined ? undefined : serviceOfPort(number));
});

/** An image is known by the end of its name, whoever publishes it: `bitnami/postgresql`. */
const serviceOfContainer = once((container: WorkloadContainer): SensitiveService | undefined => {
  const { name, path } = imageOf(container);
  return byImage.get(name) ?? byImage.get(path.split('/').slice(-2).join('/'));
});
