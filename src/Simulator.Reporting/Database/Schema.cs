using static Simulator.Reporting.Column;

namespace Simulator.Reporting;

/// <summary>
/// The tables of <c>run.sqlite</c>. The reference page is generated from here and a test keeps it true.
/// </summary>
internal static class Schema
{
    /// <summary>
    /// Written to the file's <c>user_version</c>; rises when a column changes its meaning or goes away.
    /// </summary>
    public const int Version = 1;

    public static readonly Table Run = new(
        "run",
        "What was run, as pairs.",
        Text("key", "For example `scenario`, `seed`, `digest`, `facts`, `end_ns`, `completion`"),
        Text("value", "Always text"));

    public static readonly Table Parties = new(
        "parties",
        "Who stands behind an address.",
        Text("address", "Chain address"),
        Text("name", "Actor or member of a group"),
        Text("group_name", "Group of the scenario"),
        Text("role", "User, Node, Facilitator or Treasury"));

    public static readonly Table Nodes = new(
        "nodes",
        "Enclave identities, as clients know them.",
        Text("tee_id", "keccak-256 of the signing key"),
        Text("name", "Actor name of the gateway"),
        Text("group_name", "Group of the scenario"),
        Blob("signing_key", "DER SubjectPublicKeyInfo"));

    public static readonly Table Requests = new(
        "requests",
        "One row per request, in the order the requests ended; those still open when the run ended stand last.",
        Text("request", "Id: user and number"),
        Text("user_name", "Who asked"),
        Integer("number", "Counted from 1 per user"),
        Text("group_name", "Group of the user"),
        Text("node", "Gateway that was asked first; `inferences.node` computed the answer"),
        Text("model", "Model name and version"),
        Time("issued_at_ns", "The user decided to ask"),
        Time("challenged_at_ns", "The 402 answer was read; null when none was needed"),
        Time("authorised_at_ns", "The payment authorisation was signed; null when an open session paid"),
        Time("verified_at_ns", "The gateway had the facilitator's word"),
        Time("computed_at_ns", "The node finished computing"),
        Time("queued_ns", "Waiting for a free slot"),
        Time("compute_ns", "Service time"),
        Time("answered_at_ns", "The answer was in the user's hands"),
        Time("finished_at_ns", "Final state; null while open"),
        Text("fate", "accepted, refused, rejected, timed_out or open"),
        Text("reason", "Name of the refusal or rejection"),
        Amount("price_atto_opg", "Price the answer names"),
        Text("session", "Session it was charged to"));

    public static readonly Table Authorisations = new(
        "authorisations",
        "Signed payment authorisations.",
        Text("request", "Request it was first signed for"),
        Time("signed_at_ns", "When"),
        Text("payer", "Owner of the tokens"),
        Text("nonce", "Permit2 nonce, decimal"),
        Amount("maximum_atto_opg", "The most that may ever move under it"),
        Text("recipient", "The only address that may receive"),
        Integer("deadline_unix_s", "Valid until, Unix seconds"));

    public static readonly Table Verifications = new(
        "verifications",
        "A facilitator's word on an authorisation, as the gateway received it.",
        Text("request", "Request it came with"),
        Time("at_ns", "When"),
        Text("facilitator", "Who said it"),
        Text("refusal", "The protocol's error name; null when good"));

    public static readonly Table Inferences = new(
        "inferences",
        "Answers that nodes computed, whether or not they reached their user.",
        Text("request", "Request"),
        Time("at_ns", "When computing ended"),
        Text("node", "Gateway whose enclave computed"),
        Text("model", "Model name and version"),
        Text("model_blob", "Blob id of the file that ran"),
        Text("input_hash", "keccak-256 of the canonical request"),
        Text("output_hash", "keccak-256 of the output string"),
        Time("queued_ns", "Waiting for a free slot"),
        Time("compute_ns", "Service time"));

    public static readonly Table Answers = new(
        "answers",
        "What users held in hand when they judged an answer; enough to judge it again.",
        Text("request", "Request"),
        Time("at_ns", "When it arrived"),
        Text("tee_id", "keccak-256 of the signing key, as claimed"),
        Text("input_hash", "keccak-256 of the request that was sent"),
        Text("output_hash", "keccak-256 of the output that arrived"),
        Integer("signed_at_unix_s", "Unix seconds at signing"),
        Blob("signature", "RSA-PSS signature"),
        Amount("price_atto_opg", "Price the answer names"));

    public static readonly Table Sessions = new(
        "sessions",
        "Payment sessions.",
        Text("session", "Session id"),
        Time("opened_at_ns", "When"),
        Text("gateway", "Who opened it"),
        Text("request", "Request that opened it"),
        Text("payer", "Owner of the tokens"),
        Text("nonce", "Permit2 nonce, decimal"),
        Amount("maximum_atto_opg", "Signed maximum"));

    public static readonly Table Charges = new(
        "charges",
        "Costs of served requests on their session.",
        Text("session", "Session id"),
        Time("at_ns", "When"),
        Text("request", "Request"),
        Amount("cost_atto_opg", "Its price"),
        Integer("accepted", "1, or 0 when it would have passed the maximum and was not charged"));

    public static readonly Table Settlements = new(
        "settlements",
        "One row per settlement job, in the order they ended; sessions not settled when the run ended stand last.",
        Text("session", "Session id"),
        Text("gateway", "Who asked"),
        Text("facilitator", "Who settled"),
        Text("payer", "Owner of the tokens"),
        Amount("maximum_atto_opg", "Signed maximum"),
        Integer("charged_requests", "Requests charged"),
        Amount("charged_atto_opg", "Sum of the charges"),
        Time("last_charge_at_ns", "Last charge"),
        Time("requested_at_ns", "The gateway asked for settlement"),
        Amount("requested_atto_opg", "What it asked for"),
        Time("block_at_ns", "The block with the transfer was made"),
        Time("finished_at_ns", "The facilitator's job ended; null while open"),
        Amount("settled_atto_opg", "What moved"),
        Text("transaction_hash", "Null when nothing was broadcast"),
        Text("refusal", "The protocol's error name; null on success"));

    public static readonly Table Blocks = new(
        "blocks",
        "Blocks of every chain that stand at the end.",
        Text("chain", "Name of the chain"),
        Integer("height", "From 0, the genesis block"),
        Time("at_ns", "Simulated time"),
        Integer("block_time_unix_s", "Block time, Unix seconds"),
        Text("hash", "Header hash"),
        Text("state_root", "Commitment to the contract state"),
        Integer("transactions", "How many it holds"),
        Amount("total_supply_atto_opg", "What exists after it"));

    public static readonly Table RevertedBlocks = new(
        "reverted_blocks",
        "Blocks that reorganisations took back. Nothing they did stands in the other tables.",
        Text("chain", "Name of the chain"),
        Integer("height", "Another block has it now"),
        Time("reverted_at_ns", "When it was taken back"),
        Text("hash", "Header hash"));

    public static readonly Table RevertedSettlements = new(
        "reverted_settlements",
        "Settlements whose block was taken back after their facilitator had reported them as final.",
        Text("session", "Session id"),
        Text("transaction_hash", "Stands in `authorisation_uses` again where another block included it"),
        Time("reverted_at_ns", "When that was known: at the block's end, or at the report if it came later"));

    public static readonly Table Transactions = new(
        "transactions",
        "Transactions in blocks that stand.",
        Text("chain", "Name of the chain"),
        Integer("height", "Block"),
        Text("hash", "Transaction hash"),
        Text("sender", "Recovered sender"),
        Text("method", "Contract and method"),
        Integer("gas_used", "Gas"),
        Text("fee_wei", "What the sender paid for it, decimal"),
        Text("revert", "Name of the contract's error; null on success"));

    public static readonly Table AuthorisationUses = new(
        "authorisation_uses",
        "Settlement contracts moved money under an authorisation.",
        Text("chain", "Name of the chain"),
        Integer("height", "Block"),
        Time("at_ns", "Simulated time of the block"),
        Text("transaction_hash", "Transaction"),
        Text("payer", "Owner of the tokens"),
        Text("nonce", "Permit2 nonce, decimal"),
        Text("recipient", "Who received"),
        Amount("amount_atto_opg", "What moved"));

    public static readonly Table Transfers = new(
        "transfers",
        "Every movement of OPG. The zero address mints as a sender and burns as a receiver.",
        Text("chain", "Name of the chain"),
        Integer("height", "Block"),
        Text("transaction_hash", "Zero for genesis"),
        Text("from_address", "Debited"),
        Text("to_address", "Credited"),
        Amount("amount_atto_opg", "What moved"),
        Text("cause", "genesis, settlement, …"));

    public static readonly Table Postings = new(
        "postings",
        "The double-entry ledger derived from the transfers of each chain.",
        Text("chain", "Name of the chain"),
        Integer("entry", "Number of the posting, from 1 on each chain"),
        Integer("height", "Block"),
        Text("transaction_hash", "Zero for genesis"),
        Text("debit", "Account that gives"),
        Text("credit", "Account that receives"),
        Amount("amount_atto_opg", "On both sides"),
        Text("cause", "Why"));

    public static readonly Table Metrics = new(
        "metrics",
        "The figures of the summary, with their intervals.",
        Text("name", "For example p99(latency.end_to_end)"),
        Text("metric", "Name in the catalogue"),
        Text("aggregate", "How many values became one"),
        Text("group_name", "Group it is about; null for all"),
        Text("unit", "Base unit"),
        Real("value", "Point estimate"),
        Real("lower", "Lower end of the 95 % interval; null when open"),
        Real("upper", "Upper end of the 95 % interval; null when open"),
        Integer("n", "Observations"),
        Text("method", "How value and interval were made"));

    public static readonly Table Verdicts = new(
        "verdicts",
        "What the scenario's verdicts came to.",
        Text("expression", "As the scenario writes it"),
        Text("outcome", "pass, fail or inconclusive"),
        Text("unit", "Base unit of the figure"),
        Real("value", "Measured figure"),
        Real("lower", "Lower end of the 95 % interval"),
        Real("upper", "Upper end of the 95 % interval"),
        Integer("n", "Observations"),
        Text("note", "Why"));

    public static readonly Table Registrations = new(
        "registrations",
        "What became of the registrations that operators sent.",
        Time("at_ns", "The operator knew"),
        Text("tee_id", "The identity presented"),
        Text("node", "Actor name of the gateway"),
        Text("group_name", "Group of the node"),
        Text("attack", "In which way the papers were false; null when they were not"),
        Text("refusal", "The registry's error; null when it took the enclave"),
        Text("hash", "Transaction"));

    public static readonly Table RegistryEvents = new(
        "registry_events",
        "What happened on the registry, block by block.",
        Integer("height", "Block on the inference chain"),
        Integer("unix_time", "Time of the block in seconds"),
        Text("change", "Registered, Enabled, Disabled, HeartbeatTaken, MeasurementApproved or MeasurementRevoked"),
        Text("tee_id", "The enclave; zero where a measurement is concerned"),
        Text("measurement", "Hash of the measurements"),
        Integer("tee_type", "0 answers requests, 1 validates"),
        Text("hash", "Transaction; zero for block 0"));

    public static readonly Table Checkers = new(
        "checkers",
        "What the independent judges found.",
        Text("checker", "Name of the rule"),
        Integer("checked", "How many things it judged"),
        Integer("violations", "How many broke the rule"));

    public static readonly Table Violations = new(
        "violations",
        "Broken rules, as the judges kept them.",
        Text("checker", "Name of the rule"),
        Time("at_ns", "When"),
        Text("subject", "Whose"),
        Text("description", "What was expected and what was seen"));

    public static readonly IReadOnlyList<Table> Tables =
    [
        Run, Parties, Nodes, Requests, Authorisations, Verifications, Inferences, Answers, Sessions, Charges,
        Settlements,
        RevertedSettlements, Blocks, RevertedBlocks, Transactions, AuthorisationUses, Transfers, Postings,
        Registrations, RegistryEvents, BlobTables.Stored, BlobTables.Fetches,
        EvidenceTables.Jobs, EvidenceTables.Stakes, Metrics, Verdicts, Checkers, Violations,
    ];
}
