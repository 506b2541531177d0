using Simulator.Primitives;

namespace Simulator.Economics.Epochs;

/// <summary>Balances of all accounts; OPG moves only from one to another, and the flows are summed by cause.</summary>
/// <param name="supply">All of it, locked at first.</param>
/// <param name="groups">Groups of businesses, each an account.</param>
public sealed class EpochLedger(UInt128 supply, int groups)
{
    private readonly UInt128[] balances = Opening(supply, groups);

    public FlowTotals Flows { get; } = new((int)Account.FirstGroup + groups);

    public UInt128 this[Account account] => balances[(int)account];

    public static Account Of(int group) => Account.FirstGroup + group;

    /// <summary>Moves an amount; the count says how many postings it sums up.</summary>
    /// <exception cref="InvariantViolatedException">The account has not got it.</exception>
    public void Post(Account from, Account to, FlowCause cause, UInt128 amount, long count = 1)
    {
        if (amount == 0)
        {
            return;
        }

        Invariant.That(balances[(int)from] >= amount);
        balances[(int)from] -= amount;
        balances[(int)to] += amount;
        Flows.Add((int)from, (int)to, cause, amount, count);
    }

    /// <exception cref="InvariantViolatedException">An atto-OPG came from nowhere, or went there.</exception>
    public void Check()
    {
        UInt128 sum = 0;
        foreach (UInt128 balance in balances)
        {
            sum += balance;
        }

        Invariant.That(sum == supply);
    }

    private static UInt128[] Opening(UInt128 supply, int groups)
    {
        UInt128[] balances = new UInt128[(int)Account.FirstGroup + groups];
        balances[(int)Account.Locked] = supply;
        return balances;
    }
}
