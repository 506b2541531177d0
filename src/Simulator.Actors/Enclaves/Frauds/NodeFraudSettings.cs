using Simulator.Inference.Catalogue;
using Simulator.Primitives;

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

    /// <summary>The half of the fraud that is in the enclave, new for every enclave.</summary>
    internal AnswerFraud InEnclave() => Kind switch
    {
        NodeFraudKind.CheaperModel => new CheaperModel(Name, Share, Model!, Effort),
        NodeFraudKind.LowerPrecision => new LowerPrecision(Name, Share, Effort),
        _ => throw Invariant.Unreachable(Kind),
    };
}
