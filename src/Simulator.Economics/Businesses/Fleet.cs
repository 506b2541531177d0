using Simulator.Primitives;

namespace Simulator.Economics.Businesses;

/// <summary>The active businesses of one group, as columns: what each costs, has, and how it fares.</summary>
/// <remarks>
/// A step costs tens of nanoseconds per business, so members lie side by side; who leaves is replaced by the last one.
/// A business is one number for its whole life, which names it in draws.
/// </remarks>
public sealed class Fleet
{
    private const double DaysPerYear = 365.25;
    private const double HoursPerDay = 24;

    /// <summary>Days over which a business smooths its profit before it decides.</summary>
    private const double Memory = 30;

    private const double WattsPerKilowatt = 1_000;

    private readonly KeyedRandom random;
    private readonly double epochDays;
    private readonly double weight;
    private readonly ulong[] number;
    private readonly double[] costs;
    private readonly double[] ascending;
    private readonly double[] smoothed;
    private readonly double[] losingDays;
    private readonly double[] earned;
    private readonly UInt128[] balance;
    private readonly Queue<(int Due, ulong Member)> entering = [];
    private readonly Queue<(int Due, int Count)> unbonding = [];
    private ulong numbers;
    private double revenuePerMember;
    private bool isSorted;

    public Fleet(BusinessSettings settings, double epochDays, KeyedRandom random)
    {
        Settings = settings;
        this.random = random;
        this.epochDays = epochDays;
        weight = 1 - PortableMath.Exp(-epochDays / Memory);
        number = new ulong[settings.Most];
        costs = new double[settings.Most];
        ascending = new double[settings.Most];
        smoothed = new double[settings.Most];
        losingDays = new double[settings.Most];
        earned = new double[settings.Most];
        balance = new UInt128[settings.Most];
        for (int i = 0; i < settings.Count; i++)
        {
            Join(numbers++);
        }
    }

    public BusinessSettings Settings { get; }

    public int Active { get; private set; }

    /// <summary>Those who have decided to enter and do not serve yet.</summary>
    public int Entering => entering.Count;

    /// <summary>Businesses that have left and wait for their stake.</summary>
    public int Unbonding { get; private set; }

    public long Entered { get; private set; }

    public long Left { get; private set; }

    /// <summary>Sum of days that members were active.</summary>
    public double ActiveDays { get; private set; }

    /// <summary>Steps of single members so far.</summary>
    public long Updates { get; private set; }

    /// <summary>Sum over members of smoothed profit in USD per day.</summary>
    public double SmoothedProfit { get; private set; }

    /// <summary>What members hold beyond their stakes.</summary>
    public UInt128 Held { get; private set; }

    /// <summary>Profit of each member since it entered, in USD.</summary>
    public IEnumerable<double> Earned => earned.Take(Active);

    public int Slots => Active * Settings.Slots;

    /// <summary>What a member costs per day at a load from 0 to 1, in USD, before its own factor.</summary>
    public double CostPerDay(double load) =>
        Settings.FixedCost + (Settings.Power / WattsPerKilowatt * HoursPerDay * Settings.Electricity * load);

    /// <summary>Members whose own cost factor is no higher.</summary>
    public int CountUpTo(double factor)
    {
        if (!isSorted)
        {
            costs.AsSpan(0, Active).CopyTo(ascending);
            ascending.AsSpan(0, Active).Sort();
            isSorted = true;
        }

        int low = 0;
        int high = Active;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = ascending[middle] <= factor ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>What one epoch brings and takes.</summary>
    /// <param name="epoch">Number of the epoch.</param>
    /// <param name="wage">Atto-OPG that every member earns who works.</param>
    /// <param name="reward">Atto-OPG that every member earns.</param>
    /// <param name="load">Share of the time that slots were busy.</param>
    /// <param name="price">USD per OPG.</param>
    /// <param name="working">Members whose own cost factor is higher earn nothing this epoch; infinity: all work.</param>
    /// <returns>Sums over members.</returns>
    public StepOutcome Step(int epoch, UInt128 wage, UInt128 reward, double load, double price, double working)
    {
        UInt128 full = wage + reward;
        double fullUsd = Opg.Real(full) * price;
        double rewardUsd = Opg.Real(reward) * price;
        double costUsd = CostPerDay(load) * epochDays;
        double idleUsd = CostPerDay(0) * epochDays;
        double opportunity = Settings.Stake.ToDouble() * price * Settings.Opportunity * epochDays / DaysPerYear;
        double profits = 0;
        UInt128 sold = 0;
        UInt128 abandoned = 0;
        int stayers = Active;
        int leaving = 0;
        int workers = 0;
        for (int i = 0; i < Active; i++)
        {
            bool works = costs[i] <= working;
            double cost = (works ? costUsd : idleUsd) * costs[i];
            double cash = (works ? fullUsd : rewardUsd) - cost;
            double profit = cash - opportunity;
            UInt128 own = balance[i] + (works ? full : reward);
            workers += works ? 1 : 0;
            UInt128 sale = UInt128.Min(own, Opg.Atto((cost + (Settings.Sells * Math.Max(0, cash))) / price));
            own -= sale;
            sold += sale;
            earned[i] += profit;
            double smooth = smoothed[i] + (weight * ((profit / epochDays) - smoothed[i]));
            smoothed[i] = smooth;
            profits += smooth;
            balance[i] = own;
            losingDays[i] = smooth < 0 ? losingDays[i] + epochDays : 0;
            if (losingDays[i] > Settings.Patience && GivesUp(number[i], epoch))
            {
                profits -= smooth;
                abandoned += own;
                Leave(i--);
                leaving++;
            }
        }

        Updates += stayers;
        ActiveDays += stayers * epochDays;
        Held = Held + (wage * (UInt128)workers) + (reward * (UInt128)stayers) - sold - abandoned;
        SmoothedProfit = profits;
        revenuePerMember += weight * ((fullUsd / epochDays) - revenuePerMember);
        Left += leaving;
        isSorted &= leaving == 0;
        return new StepOutcome(stayers, workers, sold, abandoned, leaving);
    }

    /// <summary>Those whose stake comes free in this epoch; returns how many.</summary>
    public int Release(int epoch)
    {
        int released = 0;
        while (unbonding.TryPeek(out (int Due, int Count) next) && next.Due <= epoch)
        {
            released += unbonding.Dequeue().Count;
        }

        Unbonding -= released;
        return released;
    }

    /// <summary>Those who left begin to wait for their stake.</summary>
    public void Unbond(int epoch, int count)
    {
        if (count > 0)
        {
            unbonding.Enqueue((epoch + 1 + (int)(Settings.Unbonding / epochDays), count));
            Unbonding += count;
        }
    }

    /// <summary>Those who decided earlier start to serve; returns how many.</summary>
    /// <param name="epoch">Number of the epoch.</param>
    /// <param name="most">There is no stake for more of them.</param>
    public int Admit(int epoch, UInt128 most)
    {
        int admitted = 0;
        while (Active < Settings.Most && (UInt128)admitted < most
            && entering.TryPeek(out (int Due, ulong Member) next) && next.Due <= epoch)
        {
            Join(entering.Dequeue().Member);
            admitted++;
        }

        Entered += admitted;
        return admitted;
    }

    /// <summary>Candidates look at what members earn, each with costs of its own, and decide.</summary>
    /// <param name="epoch">Number of the epoch.</param>
    /// <param name="load">Share of the time that slots are busy.</param>
    /// <param name="price">USD per OPG.</param>
    public void Attract(int epoch, double load, double price)
    {
        double candidates = Settings.Candidates * epochDays;
        int looking = (int)candidates;
        looking += random.Draw(Purposes.Entry, (ulong)epoch).UnitInterval() < candidates - looking ? 1 : 0;
        double opportunity = Settings.Stake.ToDouble() * price * Settings.Opportunity / DaysPerYear;
        double wanted = (Settings.SunkCost / Settings.Payback) + opportunity;
        for (int i = 0; i < looking; i++)
        {
            ulong candidate = numbers++;
            if (Active + Entering < Settings.Most
                && revenuePerMember - (CostPerDay(load) * CostFactor(candidate)) > wanted)
            {
                entering.Enqueue((epoch + 1 + (int)(Settings.EntryDelay / epochDays), candidate));
            }
        }
    }

    // Beyond their patience they leave one by one, as slowly as they were patient: nobody knows who goes first.
    private bool GivesUp(ulong member, int epoch) =>
        random.Draw(Purposes.Exit, member, (ulong)epoch).UnitInterval() * Settings.Patience < epochDays;

    private double CostFactor(ulong member) => Settings.CostSpread == 0
        ? 1
        : PortableMath.Exp(Settings.CostSpread * random.Draw(Purposes.Cost, member).Normal());

    private void Join(ulong member)
    {
        int i = Active++;
        number[i] = member;
        costs[i] = CostFactor(member);
        isSorted = false;
        (smoothed[i], losingDays[i], earned[i], balance[i]) = (0, 0, -Settings.SunkCost, 0);
    }

    private void Leave(int i)
    {
        int last = --Active;
        (number[i], costs[i], smoothed[i], losingDays[i], earned[i], balance[i]) =
            (number[last], costs[last], smoothed[last], losingDays[last], earned[last], balance[last]);
    }
}
