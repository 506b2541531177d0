using System.Security.Cryptography;
using Simulator.Inference.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Inference.Facts;

/// <summary>The inference results a run rests on: a set, so neither threads nor order can change it.</summary>
/// <remarks>
/// Record an answer where the simulation receives it, never inside a compute job: a job of a host that crashed may or
/// may not have been computed, and its result is no part of the run. Thread-safe.
/// </remarks>
public sealed class InferenceFacts
{
    private readonly Lock gate = new();
    private readonly Dictionary<FactKey, InferenceOutcome> outcomes = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                return outcomes.Count;
            }
        }
    }

    /// <summary>Adds an answer the run has received, and hands its outcome on.</summary>
    /// <exception cref="MissingFactException">The answer of a replay whose record lacks it.</exception>
    public InferenceOutcome Record(InferenceAnswer answer)
    {
        if (answer.Outcome is InferenceOutcome.Refused { Reason: InferenceRefusal.FactMissing })
        {
            throw new MissingFactException(answer.Key);
        }

        Add(answer.Key, answer.Outcome);
        return answer.Outcome;
    }

    /// <summary>Adds another set, such as that of another process of the same run.</summary>
    public void Merge(InferenceFacts other)
    {
        foreach (InferenceAnswer fact in other.Sorted())
        {
            Add(fact.Key, fact.Outcome);
        }
    }

    public bool TryFind(FactKey key, out InferenceOutcome? outcome)
    {
        lock (gate)
        {
            return outcomes.TryGetValue(key, out outcome);
        }
    }

    /// <summary>All facts by key: model, input, profile.</summary>
    public IReadOnlyList<InferenceAnswer> Sorted()
    {
        lock (gate)
        {
            return [.. outcomes.Select(entry => new InferenceAnswer(entry.Key, entry.Value)).OrderBy(fact => fact.Key)];
        }
    }

    /// <summary>SHA-256 over all facts in order: key, then hash of the outputs or name of the refusal.</summary>
    public Hash32 Hash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("opgsim/facts/1"u8);
        Span<byte> entry = stackalloc byte[FactKey.Length + Hash32.Length];
        foreach (InferenceAnswer fact in Sorted())
        {
            fact.Key.CopyTo(entry);
            FactOutcome.HashOf(fact.Outcome).CopyTo(entry[FactKey.Length..]);
            hash.AppendData(entry);
        }

        return new Hash32(hash.GetHashAndReset());
    }

    private void Add(FactKey key, InferenceOutcome outcome)
    {
        lock (gate)
        {
            if (!outcomes.TryAdd(key, outcome))
            {
                // One model, one input, one profile, two results: the runtime is not deterministic on this machine.
                Invariant.That(FactOutcome.HashOf(outcomes[key]) == FactOutcome.HashOf(outcome));
            }
        }
    }
}
