using Microsoft.ML.OnnxRuntime;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Text;
using Simulator.Primitives;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Execution;

/// <summary>One model opened in ONNX Runtime under one profile.</summary>
internal sealed class ModelSession : IDisposable
{
    private readonly InferenceSession session;
    private readonly InputCheck check;
    private readonly RunOptions runOptions = new();
    private readonly TextDecoding? decoding;
    private readonly string[] inputNames;
    private readonly string[] outputNames;

    private ModelSession(InferenceSession session)
    {
        this.session = session;
        Signature = SignatureReading.Of(session);
        check = new InputCheck(Signature);
        decoding = TextModel.Of(Signature.Metadata) is { } text ? new TextDecoding(text, RunGraph) : null;
        inputNames = [.. Signature.Inputs.Select(input => input.Name)];
        outputNames = [.. Signature.Outputs.Select(output => output.Name)];
    }

    public ModelSignature Signature { get; }

    /// <exception cref="OnnxRuntimeException">The runtime does not accept the file.</exception>
    public static ModelSession Open(ModelBlob model, ExecutionProfile profile)
    {
        using SessionOptions options = new()
        {
            IntraOpNumThreads = profile.Threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = LevelOf(profile.Optimisation),
            // A refused model is a typed answer here; the runtime's own log would only repeat it on the console.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        return new ModelSession(new InferenceSession(model.Content, options));
    }

    /// <summary>The model's outputs; of a text model, the tokens it decodes.</summary>
    public InferenceOutcome Run(TensorSet inputs) => decoding?.Run(inputs) ?? RunGraph(inputs);

    public void Dispose()
    {
        runOptions.Dispose();
        session.Dispose();
    }

    private InferenceOutcome RunGraph(TensorSet inputs)
    {
        InferenceOutcome.Refused? refusal = check.Refuse(inputs);
        if (refusal is not null)
        {
            return refusal;
        }

        OrtValue?[] values = new OrtValue?[inputNames.Length];
        try
        {
            return Compute(inputs, values);
        }
        catch (OnnxRuntimeException problem)
        {
            return new InferenceOutcome.Refused(InferenceRefusal.ExecutionFailed, problem.Message);
        }
        finally
        {
            foreach (OrtValue? value in values)
            {
                value?.Dispose();
            }
        }
    }

    private InferenceOutcome Compute(TensorSet inputs, OrtValue?[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            TensorSignature input = Signature.Inputs[i];
            InferenceOutcome.Refused? refusal = InputTensor.TryCreate(input, inputs.Number(input.Name)!, out values[i]);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        using IDisposableReadOnlyCollection<OrtValue> results =
            session.Run(runOptions, inputNames, values, outputNames);
        return Read(results);
    }

    private InferenceOutcome Read(IDisposableReadOnlyCollection<OrtValue> results)
    {
        FixedPointTensor[] outputs = new FixedPointTensor[results.Count];
        for (int i = 0; i < outputs.Length; i++)
        {
            TensorSignature declared = Signature.Outputs[i];
            var refusal = OutputTensor.TryRead(declared, results[i], out FixedPointTensor? output);
            if (refusal is not null)
            {
                return refusal;
            }

            outputs[i] = output!;
        }

        return new InferenceOutcome.Completed(new TensorSet(outputs));
    }

    private static GraphOptimizationLevel LevelOf(OptimisationLevel level) => level switch
    {
        OptimisationLevel.Unset => throw Invariant.Unreachable(level),
        OptimisationLevel.None => GraphOptimizationLevel.ORT_DISABLE_ALL,
        OptimisationLevel.Basic => GraphOptimizationLevel.ORT_ENABLE_BASIC,
        OptimisationLevel.Extended => GraphOptimizationLevel.ORT_ENABLE_EXTENDED,
        OptimisationLevel.All => GraphOptimizationLevel.ORT_ENABLE_ALL,
    };
}
