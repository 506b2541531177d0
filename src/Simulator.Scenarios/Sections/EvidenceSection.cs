using Simulator.Primitives;
using Simulator.Protocol.Settlement;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>evidence:</c></summary>
internal static class EvidenceSection
{
    private static readonly Key<SettlementType> Settlement = new("settlement", new ChoiceShape<SettlementType>(
        ("private", SettlementType.Private, "the hashes stay off the chain"),
        ("batch", SettlementType.Batch, "as one leaf of a Merkle batch"),
        ("individual", SettlementType.Individual, "in a transaction of its own, request and answer published")))
    {
        Documentation = "How the hashes of answers reach the inference chain; what every client asks for in its header "
            + "X-SETTLEMENT-TYPE.",
        Default = "batch",
        Claim = Claim.Published("A-300", Published.Gateway, "the gateway's reading of a request without that header"),
        Example = "individual",
    };

    private static readonly Key<int> Size = new("size", Shapes.Integer(1, 10_000))
    {
        Documentation = "Answers at which a batch goes out at once.",
        Default = "20",
        Claim = Claim.Published("A-301", Published.Facilitator, "DATA_SETTLEMENT_BATCH_BUFFER_SIZE of the batch worker"),
        Example = "20",
    };

    private static readonly Key<SimDuration> Idle = new("idle", Shapes.PositiveDuration)
    {
        Documentation = "A batch goes out when no answer has come for this time.",
        Default = "300 s",
        Claim = Claim.Published("A-302", Published.Facilitator, "the idle timer of the batch worker"),
        Example = "300 s",
    };

    private static readonly Key<SimDuration> Age = new("age", Shapes.PositiveDuration)
    {
        Documentation = "A batch goes out when its first answer has waited for this time.",
        Default = "900 s",
        Claim = Claim.Published("A-303", Published.Facilitator, "the maximum-age timer of the batch worker"),
        Example = "900 s",
    };

    private static readonly Section<BatchSettings> BatchShape = new(
        "a buffer of hashes",
        [Size, Idle, Age],
        values => new BatchSettings { Size = values.Get(Size), Idle = values.Get(Idle), Age = values.Get(Age) });

    private static readonly Key<BatchSettings> Batch = new("batch", BatchShape)
    {
        Documentation = "When a facilitator's buffer of hashes goes out as one batch.",
        Default = "{}",
    };

    private static readonly Key<int> Retry = new("retry", new RetryShape())
    {
        Documentation = "How often a failed individual settlement is run again, at once and in its place, before its "
            + "nonce is left unused. A batch that failed always waits for the next one.",
        Default = "none",
        Claim = Claim.Published("A-304", Published.Facilitator, "its queues are configured without attempts"),
        Example = "3",
    };

    public static readonly Section<EvidenceSettings> Shape = new(
        "the settlement of evidence",
        [Settlement, Batch, Retry],
        values => new EvidenceSettings
        {
            Settlement = values.Get(Settlement),
            Batch = values.Get(Batch),
            Retry = values.Get(Retry),
        });

    /// <summary>What holds where nothing is written: batches, in a world that can take them.</summary>
    public static EvidenceSettings? Resolve(
        EvidenceSettings? written, ChainsSettings chains, IReadOnlyList<StorageGroup> storage) =>
        written ?? (chains.Inference is not null && storage.Count > 0 ? new EvidenceSettings() : null);

    /// <summary>Evidence needs a chain to be on and a place for its blobs.</summary>
    public static void Check(SectionValues values, bool isWritten, ChainsSettings chains, int storageGroups)
    {
        if (isWritten && chains.Inference is null)
        {
            values.RefuseAt(
                values.WrittenAt("evidence"),
                "there is no chain that evidence could be settled on",
                "evidence only beside chains.inference",
                "add 'inference: {}' under 'chains', or remove 'evidence'");
        }

        if (isWritten && storageGroups == 0)
        {
            values.RefuseAt(
                values.WrittenAt("evidence"),
                "there is no storage that evidence could be uploaded to",
                "evidence only beside storage",
                "add 'storage: { publishers: { count: 1 } }', or remove 'evidence'");
        }
    }
}
