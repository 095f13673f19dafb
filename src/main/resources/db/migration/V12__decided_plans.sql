-- a plan that waited long stays for a while after the decision too
ALTER TABLE run ADD COLUMN decided_at timestamptz;
