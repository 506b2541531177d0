namespace Simulator.Protocol.Ethereum;

/// <summary>Well-known chains and contracts of the network.</summary>
/// <remarks>Source: the reference packages' constants and the network's SDK defaults.</remarks>
public static class Deployments
{
    public const ulong EthereumChainId = 1;
    public const ulong BaseChainId = 8453;
    public const ulong BaseSepoliaChainId = 84532;

    /// <summary>The network's own chain, where enclaves are registered and evidence is settled.</summary>
    public const ulong OgEvmChainId = 10740;

    /// <summary>The same address on every chain.</summary>
    public static readonly Address Permit2 = Address.Parse("0x000000000022D473030F116dDEE9F6B43aC78BA3");

    /// <summary>The same address on every chain.</summary>
    public static readonly Address Multicall3 = Address.Parse("0xcA11bde05977b3631167028862bE2a173976CA11");

    public static readonly Address ExactProxy = Address.Parse("0x402085c248EeA27D92E8b30b2C58ed07f9E20001");

    public static readonly Address UptoProxy = Address.Parse("0x4020A4f3b7b90ccA423B9fabCc0CE57C6C240002");

    /// <summary>The earlier proxy, shared by exact and upto, whose witness carries free bytes.</summary>
    public static readonly Address LegacyProxy = Address.Parse("0xBe08D629cc799E6C17200F454F68A61E017038C8");

    public static readonly Address BatchSettlement = Address.Parse("0x4020074e9dF2ce1deE5A9C1b5c3f541D02a10003");

    public static readonly Address Erc3009DepositCollector =
        Address.Parse("0x4020806089470a89826cB9fB1f4059150b550004");

    public static readonly Address Permit2DepositCollector =
        Address.Parse("0x4020425FAf3B746C082C2f942b4E5159887B0005");

    /// <summary>The contract that on-chain inference is asked of, on the network's own chain.</summary>
    public static readonly Address InferenceHub = Address.Parse("0x8383C9bD7462F12Eb996DD02F78234C0421A6FaE");

    /// <summary>The network's token on Base, 18 decimals.</summary>
    public static readonly Address OpgToken = Address.Parse("0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB");

    /// <summary>6 decimals.</summary>
    public static readonly Address UsdcBase = Address.Parse("0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913");

    /// <summary>6 decimals.</summary>
    public static readonly Address UsdcBaseSepolia = Address.Parse("0x036CbD53842c5426634e7929541eC2318f3dCF7e");

    /// <summary>Where the gateway is paid unless told otherwise.</summary>
    public static readonly Address GatewayPayee = Address.Parse("0x9deEBB5D1b22e4a6e027977CeAd13893A7E4cC1a");

    public static readonly TypedDataDomain OpgTokenDomain = new("OpenGradient", "1", BaseChainId, OpgToken);

    public static readonly TypedDataDomain UsdcBaseDomain = new("USD Coin", "2", BaseChainId, UsdcBase);

    public static readonly TypedDataDomain UsdcBaseSepoliaDomain =
        new("USDC", "2", BaseSepoliaChainId, UsdcBaseSepolia);
}
