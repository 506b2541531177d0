using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Execution;

/// <summary>The functions of a contract that change state, by selector: turns calldata into typed calls.</summary>
internal sealed class CallCatalogue
{
    private readonly SortedDictionary<uint, CallReader> readers = [];

    /// <summary>Reads the arguments behind the selector; null when a nested tuple does not decode.</summary>
    public delegate ContractCall? CallReader(Address target, ref AbiReader arguments);

    public CallCatalogue With(Selector function, CallReader reader)
    {
        readers.Add(function.Value, reader);
        return this;
    }

    /// <summary>Null for an unknown selector or arguments that do not decode.</summary>
    public ContractCall? Decode(Address target, ReadOnlySpan<byte> callData)
    {
        if (!Selector.TryRead(callData, out Selector selector)
            || !readers.TryGetValue(selector.Value, out CallReader? read))
        {
            return null;
        }

        AbiReader arguments = new(callData[Selector.Length..]);
        ContractCall? call = read(target, ref arguments);
        return arguments.IsValid ? call : null;
    }
}
