using Simulator.Inference.Catalogue;
using Simulator.Inference.Comparison;
using Simulator.Inference.Execution;
using Simulator.Inference.Questions;
using Simulator.Primitives;
using Simulator.Protocol.Tensors;

namespace Simulator.Experiments.Honesty;

/// <summary>
/// How often a comparison under a tolerance punishes honest nodes whose runtimes differ, and lets cheaters pass.
/// </summary>
/// <remarks>
/// Every question is really executed: by the reference, by everybody who means to be honest, and by every cheater. The
/// distance between two answers is the least relative tolerance under which they agree.
/// </remarks>
public sealed class HonestyStudy : IDisposable
{
    /// <summary>In double precision: the model that is asked.</summary>
    private const string Asked = "volatility@1.2";

    /// <summary>The same weights in single precision: what an honest node with another runtime or processor computes.</summary>
    private const string Single = "volatility-float@1.2";

    /// <summary>The same weights in 8 bits: what a node runs that saves on its machine.</summary>
    private const string Coarse = "volatility-int8@1.2";

    private static readonly DrawPurpose Asks = new("honesty-question");

    private static readonly ExecutionProfile[] Profiles =
    [
        new(OptimisationLevel.None, 1), new(OptimisationLevel.Basic, 1), new(OptimisationLevel.Extended, 1),
        new(OptimisationLevel.All, 2), new(OptimisationLevel.None, 4),
    ];

    private readonly InferenceEngine engine = new();
    private readonly ModelStore store = ModelStore.Shipped();
    private readonly TensorSet[] questions;

    public HonestyStudy(ulong seed, int questions)
    {
        KeyedRandom random = new(seed, 0, "honesty");
        this.questions =
        [
            .. Enumerable.Range(0, questions).Select(number => VolatilityQuestions.WindowOf(random.Draw(Asks, (ulong)number))),
        ];
    }

    public void Dispose() => engine.Dispose();

    /// <summary>The curves of all kinds of node.</summary>
    /// <param name="decimals">Digits after the point that outputs are rounded to, 0 to 9; null as the model declares.</param>
    public HonestyFinding Measure(int? decimals)
    {
        TensorSet[] reference = Run(Asked, decimals, ExecutionProfile.Default);
        double[] profiles =
        [
            .. Profiles.SelectMany(profile => Distances(Run(Asked, decimals, profile), reference)),
            .. Profiles.SelectMany(profile => Distances(
                Run(Single, decimals, profile), Run(Single, decimals, ExecutionProfile.Default))),
        ];
        TensorSet[] earlier = [reference[^1], .. reference[..^1]];
        return new HonestyFinding(
            decimals is null ? "rounded to 6 decimals, as the model declares" : $"rounded to {decimals} decimals",
            [
                new HonestyCurve("other optimisation or threads", false, profiles),
                new HonestyCurve(
                    "single precision", false, Distances(Run(Single, decimals, ExecutionProfile.Default), reference)),
                new HonestyCurve("8-bit weights", true, Distances(Run(Coarse, decimals, ExecutionProfile.Default), reference)),
                new HonestyCurve("an earlier answer", true, Distances(earlier, reference)),
            ]);
    }

    private TensorSet[] Run(string model, int? decimals, ExecutionProfile profile)
    {
        ModelBlob blob = Rounded(((ModelLookup.Found)store.Find(model)).Blob, decimals);
        return
        [
            .. questions.Select(question => engine.Run(blob, question, profile).Outcome is InferenceOutcome.Completed completed
                ? completed.Outputs
                : throw Invariant.Unreachable(model)),
        ];
    }

    private static double[] Distances(TensorSet[] answers, TensorSet[] reference) =>
        [.. answers.Zip(reference, OutputTolerance.RelativeDistance)];

    // The digit stands in the file's metadata, right behind its key: "decimals.NAME", tag 0x12, length 1, digit.
    private static ModelBlob Rounded(ModelBlob blob, int? decimals)
    {
        if (decimals is not { } digit)
        {
            return blob;
        }

        byte[] content = [.. blob.Content];
        for (int at = Next(content, 0); at >= 0; at = Next(content, at))
        {
            at += content.AsSpan(at).IndexOf((byte)0x12) + 1;
            Invariant.That(content[at] == 1);
            content[at + 1] = (byte)('0' + digit);
        }

        return ModelBlob.Of(content);
    }

    private static int Next(byte[] content, int from)
    {
        int offset = content.AsSpan(from).IndexOf("decimals."u8);
        return offset < 0 ? -1 : from + offset;
    }
}
