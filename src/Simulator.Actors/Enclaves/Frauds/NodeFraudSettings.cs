using Simulator.Actors.Gateways.Frauds;
using Simulator.Inference.Catalogue;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>How a group of nodes cheats.</summary>
public sealed record NodeFraudSettings
{
    public required NodeFraudKind Kind { get; init; }

    /// <summary>Name in the catalogue of frauds, as a scenario writes it.</summary>
    public required string Name { get; init; }

    /// <summary>Share of the questions it cheats in.</summary>
    public required Ratio Share { get; init; }

    /// <summary>The model that runs instead; null for frauds that run none.</summary>
    public required ModelLookup.Found? Model { get; init; }

    /// <summary>Inference time as a share of the honest one, of frauds that run another model.</summary>
    public required Ratio Effort { get; init; }

    /// <summary>Answers that a node cheats in at most; at least 1.</summary>
    public int Answers { get; init; } = int.MaxValue;

    /// <summary>A key that no enclave made.</summary>
    public required EnclaveSigningKey OutsideKey { get; init; }

    /// <summary>The fraud in a new enclave; null for one of the gateway.</summary>
    internal AnswerFraud? InEnclave()
    {
        AnswerFraud? fraud = OfEnclave();
        if (fraud is not null)
        {
            fraud.Left = Answers;
        }

        return fraud;
    }

    /// <summary>The fraud in a new gateway of a group; null for one of the enclave.</summary>
    internal RequestFraud? InGateway(string group)
    {
        RequestFraud? fraud = OfGateway(group);
        if (fraud is not null)
        {
            fraud.Left = Answers;
        }

        return fraud;
    }

    private AnswerFraud? OfEnclave() => Kind switch
    {
        NodeFraudKind.CheaperModel => new CheaperModel(Name, Share, Model!, Effort),
        NodeFraudKind.LowerPrecision => new LowerPrecision(Name, Share, Effort),
        NodeFraudKind.CachedAnswer => new CachedAnswer(Name, Share),
        NodeFraudKind.InventedAnswer => new InventedAnswer(Name, Share),
        NodeFraudKind.ForgedSignature => new ForgedSignature(Name, Share, OutsideKey),
        NodeFraudKind.StaleSignature => new StaleSignature(Name, Share),
        NodeFraudKind.OverReportedTokens => new OverReportedTokens(Name, Share),
        NodeFraudKind.RefusalAfterPayment or NodeFraudKind.PlaintextLeak => null,
        _ => throw Invariant.Unreachable(Kind),
    };

    private RequestFraud? OfGateway(string group) => Kind switch
    {
        NodeFraudKind.RefusalAfterPayment => new RefusalAfterPayment(Name, group, Share),
        NodeFraudKind.PlaintextLeak => new PlaintextLeak(Name, group, Share),
        _ => null,
    };
}
