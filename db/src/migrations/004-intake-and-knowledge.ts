import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table intake_profiles (
      learner_id uuid primary key,
      level text not null check (level in ('beginner', 'intermediate', 'advanced')),
      role_target text[] not null,
      timeline_weeks int not null check (timeline_weeks between 1 and 52),
      hours_per_week int not null check (hours_per_week between 1 and 80),
      topic_confidence jsonb not null,
      weaknesses text[] not null,
      constraints text not null check (char_length(constraints) <= 2000),
      past_experience text not null check (char_length(past_experience) <= 2000),
      regeneration_answers jsonb not null default '[]',
      study_days int[] not null,
      interview_date date,
      time_zone text not null,
      known_topics text[] not null,
      allow_premium boolean not null,
      embedding vector(1536),
      embedding_model text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table knowledge_chunks (
      topic text not null references topics (slug) on delete cascade,
      position int not null,
      heading text not null,
      body text not null,
      embedding vector(1536),
      embedding_model text,
      primary key (topic, position)
    )`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['knowledge_chunks', 'intake_profiles']) await db.schema.dropTable(table).execute()
}
