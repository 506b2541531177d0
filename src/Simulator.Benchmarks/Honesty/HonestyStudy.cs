using Simulator.Inference.Catalogue;
using Simulator.Inference.Comparison;
using Simulator.Inference.Execution;
using Simulator.Inference.Questions;
using Simulator.Primitives;
using Simulator.Protocol.Tensors;

namespace Simulator.Benchmarks.Honesty;

/// <summary>
/// How often a comparison under a tolerance punishes honest nodes whose runtimes differ, and lets cheaters pass.
/// </summary>
/// <remarks>
/// Every question is really executed: by the reference profile, by every other profile of the same model, and by the models
/// that a cheater runs instead. The distance between two answers is the least relative tolerance under which they agree.
/// </remarks>
public sealed class HonestyStudy : IDisposable
{
    private static readonly DrawPurpose Asks = new("honesty-question");

    private static readonly ExecutionProfile[] Profiles =
    [
        new(OptimisationLevel.None, 1), new(OptimisationLevel.Basic, 1), new(OptimisationLevel.Extended, 1),
        new(OptimisationLevel.All, 2), new(OptimisationLevel.None, 4),
    ];

    private readonly InferenceEngine engine = new();
    private readonly ModelStore store = ModelStore.Shipped();
    private readonly KeyedRandom random;
    private readonly int questions;

    public HonestyStudy(ulong seed, int questions)
    {
        random = new KeyedRandom(seed, 0, "honesty");
        this.questions = questions;
    }

    public void Dispose() => engine.Dispose();

    /// <summary>Distances of all honest and all cheating executions of one model.</summary>
    /// <param name="model">Reference of the model that is asked; its answers to windows of returns are compared.</param>
    /// <param name="cheaper">The models that cheaters run instead.</param>
    /// <param name="decimals">Digits after the point that outputs are rounded to, 0 to 9; null as the model declares.</param>
    public HonestyFinding Measure(string model, IReadOnlyList<string> cheaper, int? decimals)
    {
        ModelBlob asked = Rounded(model, decimals);
        TensorSet[] inputs = [.. Enumerable.Range(0, questions).Select(Question)];
        TensorSet[] reference = Run(asked, inputs, ExecutionProfile.Default);
        return new HonestyFinding(
            decimals is null ? $"{model}, rounded as declared" : $"{model}, rounded to {decimals} decimals",
            [.. Profiles.Select(profile => (profile.ToString(), Distances(Run(asked, inputs, profile), reference)))],
            [.. cheaper.Select(name =>
                (name, Distances(Run(Rounded(name, decimals), inputs, ExecutionProfile.Default), reference)))]);
    }

    private TensorSet Question(int number) => VolatilityQuestions.WindowOf(random.Draw(Asks, (ulong)number));

    private TensorSet[] Run(ModelBlob model, TensorSet[] inputs, ExecutionProfile profile) =>
    [
        .. inputs.Select(input => engine.Run(model, input, profile).Outcome is InferenceOutcome.Completed completed
            ? completed.Outputs
            : throw Invariant.Unreachable(profile)),
    ];

    private static double[] Distances(TensorSet[] answers, TensorSet[] reference) =>
        [.. answers.Zip(reference, OutputTolerance.RelativeDistance).Order()];

    // The digit stands in the file's metadata, right behind its key: "decimals.NAME", tag 0x12, length 1, digit.
    private ModelBlob Rounded(string model, int? decimals)
    {
        ModelBlob blob = ((ModelLookup.Found)store.Find(model)).Blob;
        if (decimals is not { } digit)
        {
            return blob;
        }

        byte[] content = [.. blob.Content];
        ReadOnlySpan<byte> key = "decimals."u8;
        for (int at = content.AsSpan().IndexOf(key); at >= 0;)
        {
            int end = at + content.AsSpan(at).IndexOf((byte)0x12);
            Invariant.That(content[end + 1] == 1);
            content[end + 2] = (byte)('0' + digit);
            int next = content.AsSpan(end).IndexOf(key);
            at = next < 0 ? -1 : end + next;
        }

        return ModelBlob.Of(content);
    }
}
