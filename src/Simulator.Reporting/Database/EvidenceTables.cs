using static Simulator.Reporting.Column;

namespace Simulator.Reporting;

/// <summary>The tables of evidence settlement; empty in a run without it.</summary>
internal static class EvidenceTables
{
    public static readonly Table Jobs = new(
        "evidence",
        "One row per job of evidence settlement, in the order they ended; those still open stand last.",
        Text("job", "Job id of the facilitator"),
        Text("request", "The answered request"),
        Text("worker", "Who settles"),
        Text("type", "batch or individual"),
        Time("answered_at_ns", "The answer was computed"),
        Time("queued_at_ns", "The facilitator made a job of it"),
        Time("block_at_ns", "The block with the hashes was made"),
        Time("ended_at_ns", "The worker was done; null while open"),
        Text("fate", "settled, failed, lost or open"),
        Text("reason", "Name of the failure"),
        Text("transaction_hash", "The settlement transaction"),
        Integer("height", "Its block on the inference chain"),
        Text("blob", "Blob id of the tree's dump, or of request and answer"),
        Text("root", "Batches only: root of the tree"),
        Integer("row", "Batches only: place in the dump, from 0"),
        Integer("answers", "Answers that share the transaction"),
        Integer("gas", "Gas of the transaction"));

    public static readonly Table Stakes = new(
        "stakes",
        "What the staking contract says, whenever that has changed.",
        Text("chain", "Name of the chain"),
        Integer("height", "Block after which it says so"),
        Time("at_ns", "When"),
        Amount("bonded_atto_opg", "Bonded"),
        Amount("unbonding_atto_opg", "On its way back"),
        Amount("slashed_atto_opg", "Ever slashed"),
        Amount("burned_atto_opg", "Ever burned by slashing"));
}
