namespace Simulator.Kernel;

/// <summary>Sees every handled event, in total order; two runs' traces show their first difference.</summary>
public interface IEventTrace
{
    void Handled(in HandledEvent handled);
}
