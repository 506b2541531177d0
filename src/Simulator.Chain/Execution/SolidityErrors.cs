namespace Simulator.Chain.Execution;

/// <summary>The errors every Solidity contract shares.</summary>
public static class SolidityErrors
{
    /// <summary>A <c>require</c> with a message.</summary>
    public static readonly ContractError Error = new("Error(string)");

    /// <summary>A compiler check, such as arithmetic overflow (0x11).</summary>
    public static readonly ContractError Panic = new("Panic(uint256)");

    /// <summary>
    /// A revert without data: unknown selector, undecodable arguments, call to an account without code.
    /// </summary>
    public static readonly ContractError NoData = new("NoData()");

    /// <summary>Not a contract's error but the machine's: the gas limit was below what execution needs.</summary>
    public static readonly ContractError OutOfGas = new("OutOfGas()");

    private const ulong ArithmeticOverflow = 0x11;

    public static Revert Message(string text) => new(Error, Text: text);

    public static Revert Overflow() => new(Panic, ArithmeticOverflow);

    public static Revert Bare() => new(NoData);
}
