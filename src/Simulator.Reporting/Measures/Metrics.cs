namespace Simulator.Reporting;

/// <summary>Every metric a run can be asked for. Names are part of the scenario language and stay stable.</summary>
public static class Metrics
{
    public static readonly IReadOnlyList<Metric> All =
    [
        Span("latency.end_to_end", "From the user's decision to ask until its answer is accepted"),
        Span("latency.challenge", "Until the gateway's 402 answer is read; only where one was needed"),
        Span("latency.authorise", "Reading the 402 and signing the payment authorisation"),
        Span("latency.verify", "From the signature until the gateway has the facilitator's word"),
        Span("latency.queue", "Waiting for a free slot on the node"),
        Span("latency.compute", "The node's service time"),
        Span("latency.answer", "From the end of computing until the answer is in the user's hands"),
        Span("latency.check", "The user's check of hashes and signature"),
        Span("latency.transfer", "What remains of the end-to-end time: requests on the wire"),
        Span("latency.onchain", "From a full node's taking an inference transaction until its block, with a result"),
        Span("blocks.interval", "Between two blocks of the inference chain"),
        Fate("requests.accepted", "An answer arrived whose signature is valid and whose node was known"),
        Fate("requests.refused", "The network refused by name"),
        Fate("requests.rejected", "An answer arrived that its user does not accept"),
        Fate("requests.timed_out", "The user's patience ended first"),
        Count("requests.accepted_inactive", "Accepted answers of nodes that the registry did not call active"),
        Count("connections.failed", "Connections to a registered node that did not come about"),
        Count("registrations.taken", "Enclaves that operators got on the registry"),
        Count("registrations.refused", "Registrations that the registry refused"),
        Count("registrations.refused.attestation_invalid", "… with AttestationInvalid"),
        Count("registrations.refused.pcr_not_approved", "… with PCRNotApproved"),
        Count("registrations.refused.tee_already_exists", "… with TEEAlreadyExists"),
        Count("heartbeats.taken", "Heartbeats that the registry took"),
        Count("heartbeats.failed", "Heartbeats that failed in all their attempts"),
        Count("registry.enabled_after_revocation",
            "Enclaves that were still enabled at the end of a block in which their measurement was revoked, block by block"),
        new("revocation.delay", MetricUnit.Seconds, MetricKind.Distribution,
            "From the admin's decision to revoke a measurement until the block that does it"),
        Count("requests.issued", "Requests that users decided to make"),
        Count("requests.open", "Requests without a final state when the run ended"),
        Rate("throughput.issued", "Requests made per second while users ask"),
        Rate("throughput.accepted", "Answers accepted per second while users ask"),
        new("price", MetricUnit.Opg, MetricKind.Distribution, "What an accepted answer cost") { ByGroup = true },
        new("settlement.amount", MetricUnit.Opg, MetricKind.Distribution, "What one settled session moved"),
        new("settlement.delay", MetricUnit.Seconds, MetricKind.Distribution,
            "From a session's last charge to its block"),
        Count("sessions.opened", "Payment sessions opened"),
        new("inference.blocks_waited", MetricUnit.Count, MetricKind.Distribution,
            "Blocks between an inference transaction's taking and its own block; 1 is the least"),
        Count("inference.requested", "Inference transactions that full nodes took from their senders"),
        Count("inference.dispatched", "Times a full node gave a request to an inference node"),
        Count("inference.included", "Inference transactions that blocks hold with a result"),
        Count("inference.timed_out", "Inference transactions given up at the deadline"),
        Job("settlements.succeeded", "Settlement jobs reported as final, out of all that ended"),
        Job("settlements.failed", "Settlement jobs that ended with a refusal, out of all that ended"),
        Job("settlements.reverted",
            "Settlements whose block was taken back after they were reported as final, out of those reported"),
        Job("settlements.lost", "Settlements reported as final that stand in no block at the end, out of those reported"),
        Count("blocks", "Blocks that stand on all chains, genesis included"),
        Count("blocks.reverted", "Blocks that reorganisations took back"),
        Count("transactions", "Transactions in blocks that stand"),
        Count("transactions.reverted", "Transactions that a contract reverted, in blocks that stand"),
        new("fees.paid", MetricUnit.Gwei, MetricKind.Amount, "Fees that senders paid for transactions in blocks that stand"),
        Span("latency.commit", "From a block's proposal until a full node takes it as final; catching up left out"),
        Count("blocks.committed", "Blocks of the inference chain that became final"),
        new("consensus.rounds", MetricUnit.Count, MetricKind.Distribution,
            "Rounds that a final block took, from 1; one value per height"),
        Count("validators.slashed", "Slashings for double signing"),
        Amount("supply.initial", "OPG that existed in the genesis block"),
        Amount("supply.minted", "OPG created after genesis"),
        Amount("supply.burned", "OPG destroyed"),
        Amount("supply.final", "OPG that exists after the last block"),
        Amount("settled", "OPG moved by settlements that stand"),
        new("profit", MetricUnit.Opg, MetricKind.Amount, "Received less paid by a group, genesis and stake left out")
        {
            ByGroup = true,
        },
        .. MeasureSets.Metrics,
    ];

    private static readonly Dictionary<string, Metric> ByName = All.ToDictionary(
        metric => metric.Name, StringComparer.Ordinal);

    /// <summary>Null for a name that is not in the catalogue.</summary>
    public static Metric? Find(string name) => ByName.GetValueOrDefault(name);

    private static Metric Span(string name, string meaning) =>
        new(name, MetricUnit.Seconds, MetricKind.Distribution, meaning) { ByGroup = name == "latency.end_to_end" };

    private static Metric Fate(string name, string meaning) =>
        new(name, MetricUnit.Count, MetricKind.Fate, meaning) { ByGroup = true };

    private static Metric Job(string name, string meaning) => new(name, MetricUnit.Count, MetricKind.Fate, meaning);

    private static Metric Count(string name, string meaning) => new(name, MetricUnit.Count, MetricKind.Count, meaning);

    private static Metric Rate(string name, string meaning) =>
        new(name, MetricUnit.PerSecond, MetricKind.Rate, meaning);

    private static Metric Amount(string name, string meaning) => new(name, MetricUnit.Opg, MetricKind.Amount, meaning);
}
