using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Signatures;

/// <summary>
/// What the <c>ecrecover</c> precompile answers. Injected so that an answer computed elsewhere can be reused.
/// </summary>
public interface ISignerRecovery
{
    /// <summary>False where the precompile returns nothing. Must be a pure function of its arguments.</summary>
    bool TryRecover(Hash32 digest, EthereumSignature signature, out Address signer);
}
