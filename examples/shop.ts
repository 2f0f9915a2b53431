import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ContainerProps } from '../lib';
import { Env, ExposedApp, Exposure, Provider, Target, Volume } from '../lib';
import { namespaceOf } from './namespace';

const version = '1.4.2';
const resources = { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } } as const;
const probes = {
  readiness: { http: { path: '/ready' }, periodSeconds: 5 },
  liveness: { http: { path: '/live' }, failureThreshold: 6 },
} as const;

/** A service of the shop: HTTP on 8080. */
const service = (name: string) =>
  ({
    image: `registry.example.com/shop/${name}:${version}`,
    ports: [{ name: 'http', number: 8080 }],
    runAsUser: 10001,
    resources,
    probes,
  }) as const satisfies ContainerProps;

/** Inside the cluster every service of the shop is `http://<name>`. */
const inside = () => Exposure.clusterIp({ ports: [{ port: 'http', servicePort: 80 }] });

/** A shop of a dozen services: one way in for customers, one for staff, and everything else inside. */
export class ShopExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop', labels: { 'app.kubernetes.io/part-of': 'shop' } });
    Target.set(this, Target.of(scope).with({ provider: Provider.gcp() }));
    namespaceOf(this, 'restricted');

    const payments = new ExposedApp(this, 'payments', {
      ports: [{ name: 'https', number: 443 }],
      exposures: [Exposure.externalName({ host: 'api.payments.example.com' })],
    });
    const { database, cache } = this.stores();
    const stores = {
      DATABASE: database.address('postgres'),
      CACHE: cache.address('redis'),
      DATABASE_PASSWORD: Env.secret('database', 'password'),
    };

    const catalog = new ExposedApp(this, 'catalog', { ...service('catalog'), env: stores, exposures: [inside()] });
    const inventory = new ExposedApp(this, 'inventory', {
      ...service('inventory'),
      env: stores,
      exposures: [inside()],
    });
    const cart = new ExposedApp(this, 'cart', {
      ...service('cart'),
      env: stores,
      exposures: [
        Exposure.clusterIp({ ports: [{ port: 'http', servicePort: 80 }], sessionAffinity: { timeoutSeconds: 3600 } }),
      ],
    });
    const recommendations = new ExposedApp(this, 'recommendations', {
      image: `registry.example.com/shop/recommendations:${version}`,
      ports: [{ name: 'grpc', number: 9000, appProtocol: 'kubernetes.io/h2c' }],
      runAsUser: 10001,
      resources,
      probes: { readiness: { grpc: {} } },
      exposures: [Exposure.headless()],
    });
    const orders = new ExposedApp(this, 'orders', {
      ...service('orders'),
      env: { ...stores, INVENTORY: inventory.url('http'), PAYMENTS: payments.url('https') },
      exposures: [inside()],
    });

    this.customers({
      CATALOG: catalog.url('http'),
      CART: cart.url('http'),
      ORDERS: orders.url('http'),
      RECOMMENDATIONS: recommendations.address('grpc'),
    });
    this.staff({ ORDERS: orders.url('http'), INVENTORY: inventory.url('http') });
  }

  private stores(): { database: ExposedApp<'postgres'>; cache: ExposedApp<'redis'> } {
    const database = new ExposedApp(this, 'database', {
      image: 'postgres:17.2',
      ports: [{ name: 'postgres', number: 5432 }],
      runAsUser: 999,
      podSecurityContext: { fsGroup: 999 },
      env: { PGDATA: '/var/lib/postgresql/data/pgdata', POSTGRES_PASSWORD: Env.secret('database', 'password') },
      writableDirectories: ['/run/postgresql', '/tmp'],
      mounts: { '/var/lib/postgresql/data': 'data' },
      stateful: { volumeClaims: { data: { size: '20Gi' } } },
      resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '2Gi' } },
      probes: { readiness: { exec: ['pg_isready'] } },
      exposures: [Exposure.headless()],
    });
    const cache = new ExposedApp(this, 'cache', {
      image: 'redis:7.4.1',
      ports: [{ name: 'redis', number: 6379 }],
      runAsUser: 999,
      replicas: 1,
      volumes: { scratch: Volume.emptyDir({ medium: 'Memory', sizeLimit: '64Mi' }) },
      mounts: { '/data': 'scratch' },
      resources,
      probes: { readiness: { tcp: {} } },
      exposures: [Exposure.clusterIp()],
    });
    return { database, cache };
  }

  /** The storefront, with as many pods as the load asks for and a proxy beside each. */
  private customers(env: Readonly<Record<string, string>>): void {
    new ExposedApp(this, 'storefront', {
      containers: [{ ...service('storefront'), name: 'storefront', env }],
      sidecars: [
        {
          name: 'session-proxy',
          image: `registry.example.com/shop/session-proxy:${version}`,
          ports: [{ name: 'metrics', number: 9102 }],
          runAsUser: 10001,
          resources,
        },
      ],
      autoscaling: { minReplicas: 3, maxReplicas: 12, cpuUtilization: 70 },
      exposures: [
        Exposure.ingress({
          className: 'traefik',
          rules: [
            { host: 'shop.example.com', paths: [{ path: '/', port: 'http' }] },
            { host: 'www.shop.example.com', paths: [{ path: '/', port: 'http' }] },
          ],
          tls: { clusterIssuer: 'letsencrypt' },
          service: { ports: [{ port: 'http', servicePort: 80 }] },
        }),
      ],
    });
  }

  /** The back office, on a load balancer of the inner network, and the workers behind it, which nobody calls. */
  private staff(env: Readonly<Record<string, string>>): void {
    new ExposedApp(this, 'back-office', {
      ...service('back-office'),
      env,
      exposures: [
        Exposure.loadBalancer({
          internal: true,
          sourceRanges: ['10.0.0.0/8'],
          preserveClientIp: true,
          ports: [{ port: 'http', servicePort: 80 }],
        }),
      ],
    });
    new ExposedApp(this, 'mailer', {
      image: `registry.example.com/shop/mailer:${version}`,
      runAsUser: 10001,
      resources,
      env: { SMTP_PASSWORD: Env.secret('smtp', 'password') },
    });
  }
}
