using System.Security.Cryptography;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;

namespace Simulator.Protocol.Tensors;

/// <summary>All inputs of one question, or all outputs of one answer, with the hash that names them.</summary>
public sealed class TensorSet : IEquatable<TensorSet>
{
    private byte[]? hash;

    public TensorSet(IReadOnlyList<FixedPointTensor> numbers, IReadOnlyList<StringTensor>? strings = null)
    {
        Numbers = numbers;
        Strings = strings ?? [];
    }

    public TensorSet(params FixedPointTensor[] numbers)
        : this(numbers, null)
    {
    }

    public IReadOnlyList<FixedPointTensor> Numbers { get; }

    public IReadOnlyList<StringTensor> Strings { get; }

    /// <summary>SHA-256 over the canonical form: tensors by name, numbers normalised.</summary>
    /// <remarks>So (150, 2) and (15, 1) are one number.</remarks>
    public Hash32 Hash()
    {
        // Two threads may both compute it; they store equal arrays, and a reference is never torn.
        hash ??= SHA256.HashData(HashedForm.Of(this));
        return new Hash32(hash);
    }

    /// <summary>Python-canonical JSON of the set in the sender's order; what an enclave hashes as its output.</summary>
    public string ToCanonicalText()
    {
        CanonicalWriter writer = new();
        TensorJson.Write(writer, this);
        return writer.ToText();
    }

    public FixedPointTensor? Number(string name) => Numbers.FirstOrDefault(tensor => tensor.Name == name);

    public bool Equals(TensorSet? other) => other is not null && Hash() == other.Hash();

    public override bool Equals(object? obj) => Equals(obj as TensorSet);

    public override int GetHashCode() => unchecked((int)Hash().Prefix64);
}
