using System.Collections.Immutable;

namespace Simulator.Protocol.Responses;

/// <summary>A named tensor of fixed-point numbers in row-major order; an empty shape is a scalar.</summary>
public sealed record NumberTensor(string Name, ImmutableArray<FixedPoint> Values, ImmutableArray<long> Shape);

/// <summary>A named tensor of texts in row-major order.</summary>
public sealed record StringTensor(string Name, ImmutableArray<string> Values, ImmutableArray<long> Shape);

/// <summary>The inputs or outputs of a model: numbers and strings, each in the sender's order.</summary>
public sealed record TensorSet(ImmutableArray<NumberTensor> Numbers, ImmutableArray<StringTensor> Strings)
{
    public static TensorSet Empty { get; } = new([], []);

    /// <summary>Python-canonical JSON of the set; what an enclave hashes as its output.</summary>
    public string ToCanonicalText()
    {
        CanonicalWriter writer = new();
        TensorJson.Write(writer, this);
        return writer.ToText();
    }
}
