namespace Simulator.Protocol.Ethereum;

/// <summary>
/// A call of one contract function, typed. <see cref="ContractCalls"/> reads call data back into one.
/// </summary>
/// <param name="Target">The contract.</param>
public abstract record ContractCall(Address Target)
{
    public abstract Selector Selector { get; }

    /// <summary>Call data: selector and ABI-encoded arguments.</summary>
    public byte[] Encode()
    {
        AbiWriter writer = new();
        WriteArguments(writer);
        return writer.ToCallData(Selector);
    }

    protected abstract void WriteArguments(AbiWriter writer);
}
