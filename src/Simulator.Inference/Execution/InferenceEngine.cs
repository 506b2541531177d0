using System.Collections.Concurrent;
using Microsoft.ML.OnnxRuntime;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Facts;
using Simulator.Inference.Inspection;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Execution;

/// <summary>
/// Runs models with ONNX Runtime: one session per model and profile, opened at the first question and then kept.
/// </summary>
/// <remarks>Thread-safe. Dispose it when no question is under way.</remarks>
public sealed class InferenceEngine : IInference, IDisposable
{
    private readonly ConcurrentDictionary<(Hash32 Model, ExecutionProfile Profile), Lazy<Opened>> sessions = new();

    /// <summary>Version of the runtime that computes, as it names itself.</summary>
    public static string RuntimeVersion => OrtEnv.Instance().GetVersionString();

    public InferenceAnswer Run(ModelBlob model, TensorSet inputs, ExecutionProfile profile)
    {
        Invariant.That(profile.IsValid);
        FactKey key = new(model.Sha256, inputs.Hash(), profile);
        Opened opened = SessionOf(model, profile);
        return new InferenceAnswer(key, opened.Session?.Run(inputs) ?? opened.Problem!);
    }

    /// <summary>The inputs and outputs a model declares, or why ONNX Runtime does not accept it.</summary>
    public (ModelSignature? Signature, InferenceOutcome.Refused? Problem) Describe(ModelBlob model)
    {
        Opened opened = SessionOf(model, ExecutionProfile.Default);
        return (opened.Session?.Signature, opened.Problem);
    }

    public void Dispose()
    {
        foreach (Lazy<Opened> opened in sessions.Values)
        {
            opened.Value.Session?.Dispose();
        }

        sessions.Clear();
    }

    private Opened SessionOf(ModelBlob model, ExecutionProfile profile) =>
        sessions.GetOrAdd(
            (model.Sha256, profile),
            static (entry, blob) => new Lazy<Opened>(() => Open(blob, entry.Profile)),
            model).Value;

    private static Opened Open(ModelBlob model, ExecutionProfile profile)
    {
        // Weights in other files would be read from this machine's disk, and the model's hash would not cover them.
        switch (OnnxFile.Inspect(model.Content))
        {
            case OnnxInspection.Malformed malformed: return Refused(malformed.Problem);
            case OnnxInspection.Readable { ExternalData: true }: return Refused("its weights lie in other files");
        }

        try
        {
            return new Opened(ModelSession.Open(model, profile), null);
        }
        catch (OnnxRuntimeException problem)
        {
            return Refused(problem.Message);
        }
    }

    private static Opened Refused(string problem) =>
        new(null, new InferenceOutcome.Refused(InferenceRefusal.InvalidModel, problem));

    private sealed record Opened(ModelSession? Session, InferenceOutcome.Refused? Problem);
}
