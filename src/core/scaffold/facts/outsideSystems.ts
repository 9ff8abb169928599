// Libraries that are there to talk to one system, by the name that manifests give them, lower case.
const libraries: Readonly<Record<string, string>> = {
  PostgreSQL:
    'pg postgres psycopg psycopg2 psycopg2-binary asyncpg github.com/lib/pq github.com/jackc/pgx npgsql npgsql.entityframeworkcore.postgresql postgresql postgrex tokio-postgres pgx',
  AlloyDB: 'langchain-google-alloydb-pg google-cloud-alloydb-connector cloud.google.com/go/alloydbconn',
  MySQL:
    'mysql mysql2 pymysql mysqlclient mysql-connector-python github.com/go-sql-driver/mysql mysqlconnector mysql-connector-j myxql',
  Redis:
    'redis ioredis github.com/redis/go-redis github.com/go-redis/redis stackexchange.redis microsoft.extensions.caching.stackexchangeredis jedis lettuce-core predis/predis redix sidekiq',
  Kafka:
    'kafkajs confluent-kafka kafka-python node-rdkafka github.com/ibm/sarama github.com/shopify/sarama github.com/segmentio/kafka-go confluent.kafka kafka-clients spring-kafka rdkafka',
  MongoDB: 'mongodb mongoose pymongo motor go.mongodb.org/mongo-driver mongodb.driver',
  RabbitMQ: 'amqplib pika github.com/rabbitmq/amqp091-go rabbitmq.client spring-rabbit bunny php-amqplib/php-amqplib',
  Elasticsearch: '@elastic/elasticsearch elasticsearch elasticsearch-dsl github.com/elastic/go-elasticsearch',
  OpenSearch: '@opensearch-project/opensearch opensearch-py',
  Memcached: 'pymemcache pylibmc memcached github.com/bradfitz/gomemcache dalli',
  AWS: 'boto3 aws-sdk github.com/aws/aws-sdk-go github.com/aws/aws-sdk-go-v2 aws/aws-sdk-php awssdk.core awssdk.s3',
  'Google Cloud':
    'google-cloud-storage google-cloud-pubsub google-cloud-secret-manager google-cloud-spanner google-cloud-bigquery cloud.google.com/go',
  Sentry:
    'sentry-sdk @sentry/node @sentry/browser @sentry/nextjs github.com/getsentry/sentry-go sentry sentry/sentry-symfony',
  Stripe: 'stripe github.com/stripe/stripe-go stripe/stripe-php',
  flagd:
    '@openfeature/flagd-provider openfeature-provider-flagd github.com/open-feature/go-sdk-contrib/providers/flagd openfeature.contrib.providers.flagd',
  ClickHouse: 'clickhouse-driver clickhouse-connect @clickhouse/client github.com/clickhouse/clickhouse-go',
  Cassandra: 'cassandra-driver github.com/gocql/gocql',
  NATS: 'nats nats-py github.com/nats-io/nats.go',
};

const systemOf = new Map(
  Object.entries(libraries).flatMap(([system, names]) => names.split(' ').map(name => [name, system] as const)),
);

/** The system that a library is there to talk to, or null: most libraries talk to none. */
export function outsideSystem(library: string): string | null {
  const name = library.toLowerCase();
  if (/^@aws-sdk\//.test(name)) return 'AWS';
  // `github.com/redis/go-redis/v9`, `cloud.google.com/go/spanner`
  const versionless = name.replace(/\/v\d+$/, '');
  if (versionless.startsWith('cloud.google.com/go/')) return 'Google Cloud';
  return systemOf.get(versionless) ?? null;
}
