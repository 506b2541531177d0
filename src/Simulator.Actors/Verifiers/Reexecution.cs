using Simulator.Actors.Enclaves;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Facts;
using Simulator.Kernel;

namespace Simulator.Actors.Verifiers;

/// <summary>Whatever a party needs to execute a question once more.</summary>
public sealed record ReexecutionSettings
{
    /// <summary>Every published model.</summary>
    public required ModelStore Models { get; init; }

    public required IInference Inference { get; init; }

    public required ExecutionProfile Profile { get; init; }

    /// <summary>Where every inference result of the run is kept.</summary>
    public required InferenceFacts Facts { get; init; }
}

/// <summary>A question executed once more: a pure function of its members, run on a worker thread.</summary>
internal sealed record Reexecution(ReexecutionSettings Settings, byte[] Question)
{
    /// <summary>Equal questions under equal profiles are computed once and charged to each.</summary>
    public JobKey Key => JobKey.Of($"reexecution {Settings.Profile}", Question);

    /// <summary>The fact that was established, and the output string; nulls where the question has no answer.</summary>
    public (InferenceAnswer? Fact, string? Output) Compute()
    {
        if (PaidQuestion.Read(Question, out _) is not { } question
            || Settings.Models.Find(question.Model) is not ModelLookup.Found model
            || question.InputsOf(model.Blob) is not { } inputs)
        {
            return (null, null);
        }

        InferenceAnswer answer = Settings.Inference.Run(model.Blob, inputs, Settings.Profile);
        return (answer, answer.Outcome is InferenceOutcome.Completed completed
            ? question.OutputOf(model.Blob, completed.Outputs)
            : null);
    }

    /// <summary>Keeps the fact in the run's own order; the message that tells the outcome.</summary>
    public AnswerReexecuted Complete(ulong number, (InferenceAnswer? Fact, string? Output) finished)
    {
        if (finished.Fact is not null)
        {
            Settings.Facts.Record(finished.Fact);
        }

        return new AnswerReexecuted(number, finished.Output);
    }
}
