"""What people do in Helu. Each public function is one deed: it checks, writes, commits, and tells."""
