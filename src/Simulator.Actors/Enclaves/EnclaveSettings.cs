using Simulator.Actors.Enclaves.Frauds;
using Simulator.Actors.Network;
using Simulator.Actors.Verifiers;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Facts;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;

namespace Simulator.Actors.Enclaves;

/// <summary>What an enclave is made of.</summary>
public sealed record EnclaveSettings
{
    /// <summary>Variant of a model with weights in 8 bits.</summary>
    public const string EightBits = "int8";

    /// <summary>Variant of a model with arithmetic in single precision.</summary>
    public const string SinglePrecision = "float";

    /// <summary>Name of the group in the scenario.</summary>
    public required string Group { get; init; }

    /// <summary>How it boots, is registered and stays active; null where enclaves are attested before the run.</summary>
    public EnclaveLifeSettings? Life { get; init; }

    /// <summary>Made inside at boot; its hash is the node's identity. Not used where the enclave boots in the run.</summary>
    public required EnclaveSigningKey SigningKey { get; init; }

    /// <summary>The identity it declares; the hash of <see cref="SigningKey"/> in every sound enclave.</summary>
    public required EnclaveSigningKey DeclaredKey { get; init; }

    /// <summary>What the hardware vendor says about this boot; null where nobody attests it, or not beforehand.</summary>
    public required EnclaveEvidence? Evidence { get; init; }

    /// <summary>Every published model, by reference; it serves all of them unless they come from storage.</summary>
    public required ModelStore Models { get; init; }

    /// <summary>Where its models come from; null where they come with its image.</summary>
    public ModelSupply? Supply { get; init; }

    /// <summary>What computes, or replays.</summary>
    public required IInference Inference { get; init; }

    public required ExecutionProfile Profile { get; init; }

    /// <summary>Variant of the asked models that it runs, and means no harm: <c>int8</c>; null for the models themselves.</summary>
    public string? Variant { get; init; }

    /// <summary>Where every inference result of the run is kept.</summary>
    public required InferenceFacts Facts { get; init; }

    /// <summary>Questions computed at the same time.</summary>
    public required int Slots { get; init; }

    /// <summary>Questions that may wait for a slot; one more is refused.</summary>
    public required int QueueCapacity { get; init; }

    /// <summary>Whom it turns away when that many wait.</summary>
    public QueuePolicy WhenFull { get; init; } = QueuePolicy.Refuse;

    /// <summary>What it earns by a paid question; by one from the chain it earns nothing.</summary>
    public OpgAmount Price { get; init; }

    /// <summary>The models it says it serves, where these are not all; null for every published one.</summary>
    public IReadOnlyList<string>? DeclaredModels { get; init; }

    /// <summary>Virtual time of one inference.</summary>
    public required SimDuration InferenceTime { get; init; }

    /// <summary>Virtual time of decoding one token of a text, added to <see cref="InferenceTime"/>.</summary>
    public SimDuration TokenTime { get; init; }

    /// <summary>Virtual time of signing one answer.</summary>
    public required SimDuration SigningTime { get; init; }

    /// <summary>How its code cheats; null for the code that was approved.</summary>
    public NodeFraudSettings? Fraud { get; init; }

    /// <summary>How it learns whether cheating pays; null for one that cheats whenever it can.</summary>
    public AdaptiveSettings? Adapts { get; init; }

    /// <summary>What its machine's time costs; null for a machine that nobody pays for.</summary>
    public MachineTime? Machine { get; init; }

    /// <summary>The enclave's own clock, which may be wrong.</summary>
    public required UnixClock Clock { get; init; }
}
